<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>presets</name>
    <message>
        <source>ML: Custom Model</source>
        <translation>ML: Custom Model</translation>
    </message>
    <message>
        <source>your own script</source>
        <translation>您自己的脚本</translation>
    </message>
    <message>
        <source>Runs a script of your own that trains, predicts and evaluates; examples/ml_models has a template.</source>
        <translation>运行您自己的脚本来训练、预测和评估；examples/ml_models 中有模板。</translation>
    </message>
    <message>
        <source>Machine learning</source>
        <translation>机器学习</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>脚本</translation>
    </message>
    <message>
        <source>relative to the workspace</source>
        <translation>相对于工作区</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>predict</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>evaluate</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Model file</source>
        <translation>模型文件</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>Input data</source>
        <translation>输入数据</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>包</translation>
    </message>
    <message>
        <source>one a line; a script may also name its own (PEP 723)</source>
        <translation>每行一个；脚本也可自行声明（PEP 723）</translation>
    </message>
    <message>
        <source>torch&gt;=2</source>
        <translation>torch&gt;=2</translation>
    </message>
    <message>
        <source>CPU cores</source>
        <translation>CPU 核数</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>GPU 数</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>重试次数</translation>
    </message>
    <message>
        <source>ML: Linear Regression</source>
        <translation>ML: Linear Regression</translation>
    </message>
    <message>
        <source>scikit-learn, seconds</source>
        <translation>scikit-learn，几秒钟</translation>
    </message>
    <message>
        <source>Fits a straight line to your data and saves the model for prediction.</source>
        <translation>用一条直线拟合您的数据，并保存模型供预测使用。</translation>
    </message>
    <message>
        <source>Value to predict for</source>
        <translation>要预测的值</translation>
    </message>
    <message>
        <source>a number; 1.5,2 for two features</source>
        <translation>一个数；两个特征写作 1.5,2</translation>
    </message>
    <message>
        <source>made up when no data file is given</source>
        <translation>未给出数据文件时自动生成</translation>
    </message>
    <message>
        <source>Data file</source>
        <translation>数据文件</translation>
    </message>
    <message>
        <source>CSV with a header line</source>
        <translation>带标题行的 CSV</translation>
    </message>
    <message>
        <source>data.csv</source>
        <translation>data.csv</translation>
    </message>
    <message>
        <source>Target column</source>
        <translation>目标列</translation>
    </message>
    <message>
        <source>the last one</source>
        <translation>最后一列</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
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
        <translation>Keras，约一分钟</translation>
    </message>
    <message>
        <source>Trains a small neural network on two numbers and saves it as .h5; the first run downloads TensorFlow.</source>
        <translation>用两个数训练一个小型神经网络并保存为 .h5；首次运行会下载 TensorFlow。</translation>
    </message>
    <message>
        <source>.h5 or .keras; relative to the workspace</source>
        <translation>.h5 或 .keras；相对于工作区</translation>
    </message>
    <message>
        <source>Values to predict for</source>
        <translation>要预测的值</translation>
    </message>
    <message>
        <source>two numbers from 0 to 5</source>
        <translation>0 到 5 之间的两个数</translation>
    </message>
    <message>
        <source>made up by the script</source>
        <translation>由脚本生成</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>训练轮数</translation>
    </message>
    <message>
        <source>Python script</source>
        <translation>Python 脚本</translation>
    </message>
    <message>
        <source>file, arguments, packages</source>
        <translation>文件、参数、包</translation>
    </message>
    <message>
        <source>Runs a Python script; packages that it needs are provided in an environment of its own.</source>
        <translation>运行 Python 脚本；所需的包在其专属环境中提供。</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>the name of the script</source>
        <translation>脚本的文件名</translation>
    </message>
    <message>
        <source>relative to the folder</source>
        <translation>相对于文件夹</translation>
    </message>
    <message>
        <source>train.py</source>
        <translation>train.py</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>one a line</source>
        <translation>每行一个</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>the workspace</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>numpy&gt;=2</source>
        <translation>numpy&gt;=2</translation>
    </message>
    <message>
        <source>Build from source</source>
        <translation>从源码构建</translation>
    </message>
    <message>
        <source>packages without a wheel run their own set-up code</source>
        <translation>没有 wheel 的包会运行其自带的安装代码</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>无限制</translation>
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
        <translation>在 shell 中运行命令。</translation>
    </message>
    <message>
        <source>the first words of the command</source>
        <translation>命令的开头几个词</translation>
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
