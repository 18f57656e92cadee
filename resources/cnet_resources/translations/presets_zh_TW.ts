<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>presets</name>
    <message>
        <source>ML: Custom Model</source>
        <translation>ML: Custom Model</translation>
    </message>
    <message>
        <source>your own script</source>
        <translation>您自己的指令碼</translation>
    </message>
    <message>
        <source>Runs a script of your own that trains, predicts and evaluates; examples/ml_models has a template.</source>
        <translation>執行您自己的指令碼來訓練、預測與評估；examples/ml_models 中有範本。</translation>
    </message>
    <message>
        <source>Machine learning</source>
        <translation>機器學習</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>指令碼</translation>
    </message>
    <message>
        <source>relative to the workspace</source>
        <translation>相對於工作區</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>動作</translation>
    </message>
    <message>
        <source>train</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>predict</source>
        <translation>預測</translation>
    </message>
    <message>
        <source>evaluate</source>
        <translation>評估</translation>
    </message>
    <message>
        <source>Model file</source>
        <translation>模型檔案</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>樣本數</translation>
    </message>
    <message>
        <source>Input data</source>
        <translation>輸入資料</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>套件</translation>
    </message>
    <message>
        <source>one a line; a script may also name its own (PEP 723)</source>
        <translation>每行一個；指令碼也可自行宣告（PEP 723）</translation>
    </message>
    <message>
        <source>torch&gt;=2</source>
        <translation>torch&gt;=2</translation>
    </message>
    <message>
        <source>CPU cores</source>
        <translation>CPU 核心數</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>記憶體</translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>GPU 數</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>逾時</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>重試次數</translation>
    </message>
    <message>
        <source>ML: Linear Regression</source>
        <translation>ML: Linear Regression</translation>
    </message>
    <message>
        <source>scikit-learn, seconds</source>
        <translation>scikit-learn，幾秒鐘</translation>
    </message>
    <message>
        <source>Fits a straight line to your data and saves the model for prediction.</source>
        <translation>以一條直線擬合您的資料，並儲存模型供預測使用。</translation>
    </message>
    <message>
        <source>Value to predict for</source>
        <translation>要預測的值</translation>
    </message>
    <message>
        <source>a number; 1.5,2 for two features</source>
        <translation>一個數；兩個特徵寫作 1.5,2</translation>
    </message>
    <message>
        <source>made up when no data file is given</source>
        <translation>未給出資料檔案時自動產生</translation>
    </message>
    <message>
        <source>Data file</source>
        <translation>資料檔案</translation>
    </message>
    <message>
        <source>CSV with a header line</source>
        <translation>含標題列的 CSV</translation>
    </message>
    <message>
        <source>data.csv</source>
        <translation>data.csv</translation>
    </message>
    <message>
        <source>Target column</source>
        <translation>目標欄</translation>
    </message>
    <message>
        <source>the last one</source>
        <translation>最後一欄</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁碟</translation>
    </message>
    <message>
        <source>First wait</source>
        <translation>首次等待</translation>
    </message>
    <message>
        <source>ML: Neural Network</source>
        <translation>ML: Neural Network</translation>
    </message>
    <message>
        <source>Keras, a minute</source>
        <translation>Keras，約一分鐘</translation>
    </message>
    <message>
        <source>Trains a small neural network on two numbers and saves it as .h5; the first run downloads TensorFlow.</source>
        <translation>以兩個數訓練一個小型神經網路並儲存為 .h5；首次執行會下載 TensorFlow。</translation>
    </message>
    <message>
        <source>.h5 or .keras; relative to the workspace</source>
        <translation>.h5 或 .keras；相對於工作區</translation>
    </message>
    <message>
        <source>Values to predict for</source>
        <translation>要預測的值</translation>
    </message>
    <message>
        <source>two numbers from 0 to 5</source>
        <translation>0 到 5 之間的兩個數</translation>
    </message>
    <message>
        <source>made up by the script</source>
        <translation>由指令碼產生</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>訓練輪數</translation>
    </message>
    <message>
        <source>Python script</source>
        <translation>Python 指令碼</translation>
    </message>
    <message>
        <source>file, arguments, packages</source>
        <translation>檔案、引數、套件</translation>
    </message>
    <message>
        <source>Runs a Python script; packages that it needs are provided in an environment of its own.</source>
        <translation>執行 Python 指令碼；所需的套件在其專屬環境中提供。</translation>
    </message>
    <message>
        <source>General</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>the name of the script</source>
        <translation>指令碼的檔名</translation>
    </message>
    <message>
        <source>relative to the folder</source>
        <translation>相對於資料夾</translation>
    </message>
    <message>
        <source>train.py</source>
        <translation>train.py</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>引數</translation>
    </message>
    <message>
        <source>one a line</source>
        <translation>每行一個</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>the workspace</source>
        <translation>工作區</translation>
    </message>
    <message>
        <source>numpy&gt;=2</source>
        <translation>numpy&gt;=2</translation>
    </message>
    <message>
        <source>Build from source</source>
        <translation>從原始碼建置</translation>
    </message>
    <message>
        <source>packages without a wheel run their own set-up code</source>
        <translation>沒有 wheel 的套件會執行其自帶的安裝程式碼</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>無限制</translation>
    </message>
    <message>
        <source>Shell command</source>
        <translation>Shell 命令</translation>
    </message>
    <message>
        <source>one line or many, any shell</source>
        <translation>一行或多行，任意 shell</translation>
    </message>
    <message>
        <source>Runs commands in a shell.</source>
        <translation>在 shell 中執行命令。</translation>
    </message>
    <message>
        <source>the first words of the command</source>
        <translation>命令的開頭幾個字</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>echo hello</source>
        <translation>echo hello</translation>
    </message>
    <message>
        <source>Shell</source>
        <translation>Shell</translation>
    </message>
    <message>
        <source>sh</source>
        <translation>sh</translation>
    </message>
    <message>
        <source>bash</source>
        <translation>bash</translation>
    </message>
    <message>
        <source>zsh</source>
        <translation>zsh</translation>
    </message>
</context>
</TS>
