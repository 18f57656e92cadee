<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>AboutGroup</name>
    <message>
        <source>Version {version}</source>
        <translation>版本 {version}</translation>
    </message>
    <message>
        <source>Run and watch work on your own machines.</source>
        <translation>在您自己的機器上執行並檢視任務。</translation>
    </message>
    <message>
        <source>MIT; bundled parts have their own, below under Licences.</source>
        <translation>MIT；隨附的部分各有其授權條款，見下方「授權條款」。</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系統</translation>
    </message>
    <message>
        <source>API and its documentation</source>
        <translation>API 及其文件</translation>
    </message>
    <message>
        <source>Fonts and icons</source>
        <translation>字型與圖示</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>授權條款</translation>
    </message>
    <message>
        <source>Licences…</source>
        <translation>授權條款…</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>複製診斷資訊</translation>
    </message>
    <message>
        <source>Versions, system and connection; nothing secret.</source>
        <translation>版本、系統與連線；不含機密。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已複製</translation>
    </message>
</context>
<context>
    <name>AboutPanel</name>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>識別碼</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>群組</translation>
    </message>
    <message>
        <source>Icon</source>
        <translation>圖示</translation>
    </message>
    <message>
        <source>The id stays; duplicate the preset for another.</source>
        <translation>識別碼不變；如需另一個，請建立此預設集的副本。</translation>
    </message>
    <message>
        <source>Your presets</source>
        <translation>您的預設集</translation>
    </message>
</context>
<context>
    <name>AgentRow</name>
    <message>
        <source>Reset {name}</source>
        <translation>重設 {name}</translation>
    </message>
    <message>
        <source>The agent does not answer; this is what was known last.</source>
        <translation>Agent 沒有回應；這是最後已知的內容。</translation>
    </message>
    <message>
        <source>Reset to {value}</source>
        <translation>重設為 {value}</translation>
    </message>
    <message>
        <source>Not saved yet: Enter saves, Escape takes back.</source>
        <translation>尚未儲存：按 Enter 儲存，按 Esc 復原。</translation>
    </message>
    <message>
        <source>Takes effect when the agent starts again.</source>
        <translation>Agent 重新啟動後生效。</translation>
    </message>
    <message>
        <source>Saved; in force now.</source>
        <translation>已儲存；現已生效。</translation>
    </message>
    <message>
        <source>what it was before</source>
        <translation>先前的值</translation>
    </message>
    <message>
        <source>on</source>
        <translation>開</translation>
    </message>
    <message>
        <source>off</source>
        <translation>關</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Set by the environment variable {name}; change it there.</source>
        <translation>由環境變數 {name} 設定；請在那裡修改。</translation>
    </message>
    <message>
        <source>Set by {flag} on the command line; change it there.</source>
        <translation>由命令列的 {flag} 設定；請在那裡修改。</translation>
    </message>
    <message>
        <source>The settings themselves lie there: start the agent with {flag}, or set {key} in its configuration file.</source>
        <translation>設定本身也存放在那裡：請用 {flag} 啟動 Agent，或在其設定檔中設定 {key}。</translation>
    </message>
    <message>
        <source>From {file}; what is set here goes before it.</source>
        <translation>來自 {file}；此處的設定優先。</translation>
    </message>
</context>
<context>
    <name>AgentSession</name>
    <message>
        <source>The agent is not ready yet.</source>
        <translation>Agent 尚未就緒。</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>Bell</name>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Notifications, {count} new</source>
        <translation>通知，{count} 則新通知</translation>
    </message>
</context>
<context>
    <name>CommandRows</name>
    <message>
        <source>{count} more</source>
        <translation>還有 {count} 項</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>頁面</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>節點</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任務</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>預設集</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>動作</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近</translation>
    </message>
</context>
<context>
    <name>CompareRuns</name>
    <message>
        <source>Loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>準確率</translation>
    </message>
    <message>
        <source>Figures are drawn here once the job prints some, such as loss=0.12.</source>
        <translation>作業印出數值後（例如 loss=0.12），曲線會顯示在這裡。</translation>
    </message>
    <message>
        <source>Take {name} away</source>
        <translation>移除 {name}</translation>
    </message>
    <message>
        <source>Compare runs</source>
        <translation>對比訓練</translation>
    </message>
    <message>
        <source>Add run</source>
        <translation>新增訓練</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>輪次</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Along</source>
        <translation>橫軸</translation>
    </message>
    <message>
        <source>Save the curves</source>
        <translation>儲存曲線</translation>
    </message>
    <message>
        <source>There is no other job</source>
        <translation>沒有其他作業</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>儲存為 PNG…</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>儲存為 CSV…</translation>
    </message>
</context>
<context>
    <name>ConnectDialog</name>
    <message>
        <source>Connect to a node</source>
        <translation>連線至節點</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>位址</translation>
    </message>
    <message>
        <source>node-7, 10.0.0.31:8080 or https://…</source>
        <translation>node-7、10.0.0.31:8080 或 https://…</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>測試</translation>
    </message>
    <message>
        <source>Ask who answers there, without connecting</source>
        <translation>詢問那裡是誰回應，而不連線</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>權杖</translation>
    </message>
    <message>
        <source>In the file “token” of its data directory</source>
        <translation>在其資料目錄的「token」檔案中</translation>
    </message>
    <message>
        <source>Show the token</source>
        <translation>顯示權杖</translation>
    </message>
    <message>
        <source>Remember the token in a file that only you can read</source>
        <translation>將權杖記在只有您能讀取的檔案中</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Fill in {name}, {address}</source>
        <translation>填入 {name}，{address}</translation>
    </message>
    <message>
        <source>Forget {name}</source>
        <translation>忘記 {name}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>連線</translation>
    </message>
    <message>
        <source>Plain HTTP: whoever is on the way can read the token.</source>
        <translation>明文 HTTP：途中任何人都能讀取權杖。</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>正在測試…</translation>
    </message>
    <message>
        <source>version {version} · answers in {milliseconds} ms</source>
        <translation>版本 {version} · {milliseconds} 毫秒內回應</translation>
    </message>
</context>
<context>
    <name>Connections</name>
    <message>
        <source>This node</source>
        <translation>此節點</translation>
    </message>
</context>
<context>
    <name>ConsoleGroups</name>
    <message>
        <source>Appearance</source>
        <translation>外觀</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>視窗</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Logs in the console</source>
        <translation>主控台中的日誌</translation>
    </message>
    <message>
        <source>Show the time of each line</source>
        <translation>顯示每行的時間</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>長行自動換行</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系統</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>System follows the desktop, also while it changes.</source>
        <translation>「系統」會跟隨桌面，變更時也會跟隨。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>When the window is closed</source>
        <translation>關閉視窗時</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>詢問</translation>
    </message>
    <message>
        <source>Stay in the tray</source>
        <translation>留在系統匣</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>This desktop has no tray.</source>
        <translation>此桌面沒有系統匣。</translation>
    </message>
    <message>
        <source>Tasks run on in any case. Where there is no tray, the window stays.</source>
        <translation>任務一律會繼續執行。沒有系統匣時，視窗會保留。</translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation>登入時啟動</translation>
    </message>
    <message>
        <source>Opens CNET Console when you log in to this machine.</source>
        <translation>登入這台電腦時開啟 CNET Console。</translation>
    </message>
    <message>
        <source>Tell when a long task has ended</source>
        <translation>長任務結束時通知</translation>
    </message>
    <message>
        <source>For tasks that ran longer than a minute.</source>
        <translation>針對執行超過一分鐘的任務。</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>勿擾</translation>
    </message>
    <message>
        <source>Nothing pops up; the list of notifications goes on.</source>
        <translation>不再彈出；通知清單照常記錄。</translation>
    </message>
</context>
<context>
    <name>CoreMeters</name>
    <message>
        <source>Load of each core</source>
        <translation>各核心負載</translation>
    </message>
    <message>
        <source>Core {number}: {percent} %</source>
        <translation>核心 {number}：{percent} %</translation>
    </message>
    <message>
        <source>Core {number}</source>
        <translation>核心 {number}</translation>
    </message>
    <message>
        <source>{count} cores</source>
        <translation>{count} 核心</translation>
    </message>
    <message>
        <source>busiest: core {number} at {percent} %</source>
        <translation>最忙：核心 {number}，{percent} %</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong in the console</source>
        <translation>主控台發生錯誤</translation>
    </message>
    <message>
        <source>The console goes on, and so do your tasks. What you did last may not have happened.</source>
        <translation>主控台與您的任務會繼續執行。您最後的動作可能沒有完成。</translation>
    </message>
    <message>
        <source>The report could not be kept in a file; copy it if you can.</source>
        <translation>無法將報告儲存到檔案；請盡可能複製它。</translation>
    </message>
    <message>
        <source>A report without tokens or anything of your tasks lies in {path}</source>
        <translation>不含權杖及任務內容的報告位於 {path}</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>報告</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>開啟資料夾</translation>
    </message>
    <message>
        <source>There is no report in a file.</source>
        <translation>沒有報告檔案。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已複製</translation>
    </message>
</context>
<context>
    <name>DashboardPage</name>
    <message>
        <source>Runtimes</source>
        <translation>執行環境</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新檢查</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在檢查…</translation>
    </message>
    <message>
        <source>Let the agent look again what it can run</source>
        <translation>讓 Agent 重新檢查可執行的內容</translation>
    </message>
    <message>
        <source>The agent does not answer.</source>
        <translation>Agent 沒有回應。</translation>
    </message>
</context>
<context>
    <name>DataDirectoryRow</name>
    <message>
        <source>Open the data directory</source>
        <translation>開啟資料目錄</translation>
    </message>
</context>
<context>
    <name>DivideTraffic</name>
    <message>
        <source>Divide traffic</source>
        <translation>分配流量</translation>
    </message>
    <message>
        <source>One version</source>
        <translation>一個版本</translation>
    </message>
    <message>
        <source>The other version</source>
        <translation>另一個版本</translation>
    </message>
    <message>
        <source>Percent of the other version</source>
        <translation>另一個版本的百分比</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Divide</source>
        <translation>分配</translation>
    </message>
    <message>
        <source>A version that is not loaded is loaded first.</source>
        <translation>未載入的版本會先載入。</translation>
    </message>
    <message>
        <source>Choose two versions.</source>
        <translation>請選擇兩個版本。</translation>
    </message>
</context>
<context>
    <name>EditTaskDialog</name>
    <message>
        <source>Priority</source>
        <translation>優先順序</translation>
    </message>
    <message>
        <source>What waits with a higher priority starts earlier.</source>
        <translation>等待中優先順序較高的先啟動。</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>One on each line, as name=value</source>
        <translation>每行一個，寫作 name=value</translation>
    </message>
    <message>
        <source>One on each line, as name=value.</source>
        <translation>每行一個，寫作 name=value。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>FailureBar</name>
    <message>
        <source>See why</source>
        <translation>查看原因</translation>
    </message>
</context>
<context>
    <name>FieldEditor</name>
    <message>
        <source>Browse…</source>
        <translation>瀏覽…</translation>
    </message>
    <message>
        <source>Browse for {field}</source>
        <translation>瀏覽：{field}</translation>
    </message>
    <message>
        <source>Needed.</source>
        <translation>必填。</translation>
    </message>
</context>
<context>
    <name>FieldPanel</name>
    <message>
        <source>Label</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>識別碼</translation>
    </message>
    <message>
        <source>stands in the task in braces</source>
        <translation>在任務中寫於大括號內</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>選項</translation>
    </message>
    <message>
        <source>one a line</source>
        <translation>每行一個</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>預設值</translation>
    </message>
    <message>
        <source>empty at first</source>
        <translation>初始為空</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>無限制</translation>
    </message>
    <message>
        <source>Most</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>單位</translation>
    </message>
    <message>
        <source>While empty</source>
        <translation>空白時</translation>
    </message>
    <message>
        <source>what is shown in it</source>
        <translation>其中顯示的內容</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Shown when</source>
        <translation>顯示條件</translation>
    </message>
    <message>
        <source>always; or: operation = train, evaluate</source>
        <translation>一律；或：operation = train, evaluate</translation>
    </message>
    <message>
        <source>Must be filled in</source>
        <translation>必須填寫</translation>
    </message>
    <message>
        <source>Seldom changed</source>
        <translation>很少變更</translation>
    </message>
</context>
<context>
    <name>FieldsPage</name>
    <message>
        <source>Fields</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>Add field</source>
        <translation>新增欄位</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Remove the field</source>
        <translation>移除此欄位</translation>
    </message>
    <message>
        <source>It has no fields: it runs as it is. Add one to be asked for a value.</source>
        <translation>它沒有欄位：直接執行。新增欄位即可在執行前詢問值。</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>輸入</translation>
    </message>
    <message>
        <source>Move field</source>
        <translation>移動欄位</translation>
    </message>
    <message>
        <source>Remove field</source>
        <translation>移除欄位</translation>
    </message>
    <message>
        <source>It is the first one.</source>
        <translation>它是第一個。</translation>
    </message>
    <message>
        <source>It is the last one.</source>
        <translation>它是最後一個。</translation>
    </message>
</context>
<context>
    <name>FigureView</name>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部複製</translation>
    </message>
</context>
<context>
    <name>FileTable</name>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改時間</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>First steps</source>
        <translation>入門步驟</translation>
    </message>
    <message>
        <source>The agent runs</source>
        <translation>Agent 已執行</translation>
    </message>
    <message>
        <source>A first task</source>
        <translation>第一個任務</translation>
    </message>
    <message>
        <source>Run a first task</source>
        <translation>執行第一個任務</translation>
    </message>
    <message>
        <source>Theme and language</source>
        <translation>主題與語言</translation>
    </message>
    <message>
        <source>Choose theme and language</source>
        <translation>選擇主題與語言</translation>
    </message>
    <message>
        <source>Docker found</source>
        <translation>已找到 Docker</translation>
    </message>
    <message>
        <source>Get Docker</source>
        <translation>取得 Docker</translation>
    </message>
    <message>
        <source>Dismiss the first steps</source>
        <translation>關閉入門步驟</translation>
    </message>
    <message>
        <source>The agent does not answer.</source>
        <translation>Agent 沒有回應。</translation>
    </message>
    <message>
        <source>{done} of {all} done</source>
        <translation>已完成 {done} / {all}</translation>
    </message>
</context>
<context>
    <name>FormSheet</name>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>The form has changes that are kept nowhere else.</source>
        <translation>表單中的變更沒有儲存在其他地方。</translation>
    </message>
    <message>
        <source>Discard what you typed?</source>
        <translation>要捨棄您輸入的內容嗎？</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Local node</source>
        <translation>本機節點</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在啟動…</translation>
    </message>
    <message>
        <source>{count} running</source>
        <translation>{count} 個執行中</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} 個等待中</translation>
    </message>
</context>
<context>
    <name>FrontDesk</name>
    <message>
        <source>That did not work</source>
        <translation>操作未成功</translation>
    </message>
    <message>
        <source>{node} is not connected any more.</source>
        <translation>{node} 已不再連線。</translation>
    </message>
    <message>
        <source>connect to {url}</source>
        <translation>連線至 {url}</translation>
    </message>
    <message>
        <source>Connect to another node…</source>
        <translation>連線至其他節點…</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>新增任務</translation>
    </message>
    <message>
        <source>The agent does not answer.</source>
        <translation>Agent 沒有回應。</translation>
    </message>
    <message>
        <source>Show the notifications</source>
        <translation>顯示通知</translation>
    </message>
    <message>
        <source>Disturb me again</source>
        <translation>關閉勿擾</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>勿擾</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>鍵盤快速鍵</translation>
    </message>
    <message>
        <source>help keys</source>
        <translation>說明 按鍵 help keys</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>顯示</translation>
    </message>
</context>
<context>
    <name>GpuCard</name>
    <message>
        <source>{used} of {total}</source>
        <translation>{used} / {total}</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 個</translation>
    </message>
</context>
<context>
    <name>HistoryCard</name>
    <message>
        <source>Resource history</source>
        <translation>資源歷史</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5 分鐘</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 小時</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 小時</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>90 d</source>
        <translation>90 天</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>時間範圍</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>儲存圖表</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>處理器</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>記憶體</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁碟</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>傳送</translation>
    </message>
    <message>
        <source>The agent does not answer; its history cannot be read.</source>
        <translation>Agent 沒有回應；無法讀取其歷史。</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>另存為 PNG…</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>另存為 CSV…</translation>
    </message>
</context>
<context>
    <name>HistoryChart</name>
    <message>
        <source>Resource history; arrow keys read values</source>
        <translation>資源歷史；用方向鍵讀取數值</translation>
    </message>
    <message>
        <source>CPU and memory in percent</source>
        <translation>處理器與記憶體（百分比）</translation>
    </message>
    <message>
        <source>Disk and network in bytes a second</source>
        <translation>磁碟與網路（位元組/秒）</translation>
    </message>
</context>
<context>
    <name>JobAttempts</name>
    <message>
        <source>Attempts</source>
        <translation>嘗試</translation>
    </message>
    <message>
        <source>Open task</source>
        <translation>開啟任務</translation>
    </message>
</context>
<context>
    <name>JobProgress</name>
    <message>
        <source>The running task</source>
        <translation>正在執行的任務</translation>
    </message>
    <message>
        <source>Show the task {name}</source>
        <translation>顯示任務 {name}</translation>
    </message>
</context>
<context>
    <name>LegendEntry</name>
    <message>
        <source>Show or hide {name}</source>
        <translation>顯示或隱藏 {name}</translation>
    </message>
</context>
<context>
    <name>LicencesDialog</name>
    <message>
        <source>Licences</source>
        <translation>授權條款</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Find a component</source>
        <translation>尋找元件</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>元件</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>授權條款全文</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在讀取…</translation>
    </message>
    <message>
        <source>Components: {count}</source>
        <translation>元件：{count}</translation>
    </message>
    <message>
        <source>Its package names no licence.</source>
        <translation>其套件未註明授權條款。</translation>
    </message>
    <message>
        <source>Its package brings no text.</source>
        <translation>其套件未附全文。</translation>
    </message>
</context>
<context>
    <name>LimitCurve</name>
    <message>
        <source>Memory</source>
        <translation>記憶體</translation>
    </message>
    <message>
        <source>It rose to {most} of {limit}</source>
        <translation>最高達到 {most} / {limit}</translation>
    </message>
    <message>
        <source>limit {limit}</source>
        <translation>限制 {limit}</translation>
    </message>
</context>
<context>
    <name>LoadModelDialog</name>
    <message>
        <source>Load model</source>
        <translation>載入模型</translation>
    </message>
    <message>
        <source>Load new version</source>
        <translation>載入新版本</translation>
    </message>
    <message>
        <source>of {name}</source>
        <translation>屬於 {name}</translation>
    </message>
    <message>
        <source>on {node}</source>
        <translation>在 {node} 上</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>載入</translation>
    </message>
    <message>
        <source>It is loaded, warmed up, and then takes requests.</source>
        <translation>它會先載入並預熱，然後開始接收請求。</translation>
    </message>
</context>
<context>
    <name>LogBar</name>
    <message>
        <source>Show times</source>
        <translation>顯示時間</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>長行自動換行</translation>
    </message>
    <message>
        <source>Copy what is selected, or everything</source>
        <translation>複製所選內容，未選則複製全部</translation>
    </message>
    <message>
        <source>Save the log…</source>
        <translation>儲存日誌…</translation>
    </message>
    <message>
        <source>Open the folder of the log</source>
        <translation>開啟日誌所在資料夾</translation>
    </message>
    <message>
        <source>Takes too long</source>
        <translation>耗時過長</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜尋…</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>沒有相符</translation>
    </message>
    <message>
        <source>{position} of {total}</source>
        <translation>第 {position} / {total} 個</translation>
    </message>
    <message>
        <source>Attempt {number}</source>
        <translation>第 {number} 次嘗試</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>Search in the log</source>
        <translation>在日誌中搜尋</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>上一個相符 (Shift+F3)</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>下一個相符 (F3)</translation>
    </message>
    <message>
        <source>Capitals matter</source>
        <translation>區分大小寫</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正規表示式</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>嘗試次數</translation>
    </message>
    <message>
        <source>Filter lines</source>
        <translation>篩選行</translation>
    </message>
    <message>
        <source>Lines that name no level count as Info.</source>
        <translation>未註明層級的行以「資訊」計。</translation>
    </message>
</context>
<context>
    <name>LogBars</name>
    <message>
        <source>Lines over time</source>
        <translation>各時間的行數</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>資訊</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>錯誤</translation>
    </message>
    <message>
        <source>{width} a bar, darker is in view</source>
        <translation>每條 {width}，較深的為可見部分</translation>
    </message>
</context>
<context>
    <name>LogFilters</name>
    <message>
        <source>Sources</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Choose no source</source>
        <translation>不選任何來源</translation>
    </message>
    <message>
        <source>Find a task</source>
        <translation>尋找任務</translation>
    </message>
    <message>
        <source>Find a source</source>
        <translation>尋找來源</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>層級</translation>
    </message>
    <message>
        <source>Lines that name no level count as Info.</source>
        <translation>未註明層級的行以「資訊」計。</translation>
    </message>
    <message>
        <source>Time and text</source>
        <translation>時間與文字</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Last 15 minutes</source>
        <translation>最近 15 分鐘</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>最近 1 小時</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>最近 24 小時</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>All that is kept</source>
        <translation>全部保留的內容</translation>
    </message>
    <message>
        <source>Search all logs</source>
        <translation>搜尋全部日誌</translation>
    </message>
    <message>
        <source>Enter searches the chosen sources, or all of them where none is chosen.</source>
        <translation>按 Enter 搜尋所選來源；未選則搜尋全部。</translation>
    </message>
    <message>
        <source>Search the chosen logs</source>
        <translation>搜尋所選日誌</translation>
    </message>
    <message>
        <source>No more than {count} can be shown at once.</source>
        <translation>一次最多顯示 {count} 個。</translation>
    </message>
</context>
<context>
    <name>LogFoot</name>
    <message>
        <source>Load earlier lines</source>
        <translation>載入更早的行</translation>
    </message>
    <message>
        <source>F3 next · Shift+F3 previous</source>
        <translation>F3 下一個 · Shift+F3 上一個</translation>
    </message>
    <message>
        <source>Jump to the end</source>
        <translation>跳至結尾</translation>
    </message>
    <message>
        <source>{count} new lines</source>
        <translation>{count} 行新內容</translation>
    </message>
</context>
<context>
    <name>LogSources</name>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>Training worker</source>
        <translation>訓練工作行程</translation>
    </message>
    <message>
        <source>The agent&apos;s own log</source>
        <translation>Agent 自身的日誌</translation>
    </message>
    <message>
        <source>What the training service does, day by day</source>
        <translation>訓練服務每天做了什麼</translation>
    </message>
</context>
<context>
    <name>LogText</name>
    <message>
        <source>Log</source>
        <translation>日誌</translation>
    </message>
    <message>
        <source>Show all of this line</source>
        <translation>顯示整行</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>開啟 {name}</translation>
    </message>
    <message>
        <source>… show all {count} characters</source>
        <translation>… 顯示全部 {count} 個字元</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>The task has ended; this is the end of its log.</source>
        <translation>任務已結束；日誌到此為止。</translation>
    </message>
    <message>
        <source>{count} lines were skipped: they came too quickly to be shown.</source>
        <translation>略過了 {count} 行：來得太快，未能顯示。</translation>
    </message>
    <message>
        <source>{shown} of {held} lines</source>
        <translation>{shown} / {held} 行</translation>
    </message>
    <message>
        <source>{held} lines</source>
        <translation>{held} 行</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>Following</source>
        <translation>正在跟隨</translation>
    </message>
    <message>
        <source>No line passes the filter.</source>
        <translation>沒有符合篩選條件的行。</translation>
    </message>
</context>
<context>
    <name>LogsPage</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>再次執行</translation>
    </message>
    <message>
        <source>logs</source>
        <translation>日誌</translation>
    </message>
    <message>
        <source>The lines are of several files; open a task&apos;s.</source>
        <translation>這些行來自多個檔案；請開啟某個任務的。</translation>
    </message>
    <message>
        <source>The agent does not answer.</source>
        <translation>Agent 沒有回應。</translation>
    </message>
</context>
<context>
    <name>LongLine</name>
    <message>
        <source>A long line</source>
        <translation>一個長行</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} 個字元</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>New task</source>
        <translation>新增任務</translation>
    </message>
    <message>
        <source>New task - {title}</source>
        <translation>新增任務 - {title}</translation>
    </message>
    <message>
        <source>Connect - {title}</source>
        <translation>連線 - {title}</translation>
    </message>
    <message>
        <source>A task can be started as soon as the agent is connected.</source>
        <translation>連線至 Agent 後即可啟動任務。</translation>
    </message>
</context>
<context>
    <name>MarkStrip</name>
    <message>
        <source>Starts and ends of tasks</source>
        <translation>任務的開始與結束</translation>
    </message>
    <message>
        <source>{count} shown</source>
        <translation>顯示 {count} 項</translation>
    </message>
    <message>
        <source>{count} earlier starts and ends are not shown</source>
        <translation>有 {count} 個更早的開始與結束未顯示</translation>
    </message>
</context>
<context>
    <name>ModelAnswer</name>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>The answer stands here.</source>
        <translation>回答會顯示在這裡。</translation>
    </message>
    <message>
        <source>version {version}</source>
        <translation>版本 {version}</translation>
    </message>
</context>
<context>
    <name>ModelCharts</name>
    <message>
        <source>Latency</source>
        <translation>延遲</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>吞吐量</translation>
    </message>
    <message>
        <source>requests/s</source>
        <translation>請求/秒</translation>
    </message>
</context>
<context>
    <name>ModelDetails</name>
    <message>
        <source>Overview</source>
        <translation>概覽</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日誌</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>啟動</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>簽章</translation>
    </message>
    <message>
        <source>Loaded</source>
        <translation>載入用時</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>錯誤</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>in {seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
</context>
<context>
    <name>ModelList</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>No model is like that.</source>
        <translation>沒有符合條件的模型。</translation>
    </message>
    <message>
        <source>Filter the models</source>
        <translation>篩選模型</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>執行中</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>載入中</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>啟動</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Load new version…</source>
        <translation>載入新版本…</translation>
    </message>
    <message>
        <source>Open task</source>
        <translation>開啟任務</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>複製 ID</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>複製位址</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
</context>
<context>
    <name>ModelTrial</name>
    <message>
        <source>Send</source>
        <translation>傳送</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>複製為 curl</translation>
    </message>
    <message>
        <source>Copy as Python</source>
        <translation>複製為 Python</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>測試</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表單</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>輸入</translation>
    </message>
    <message>
        <source>Input as JSON</source>
        <translation>JSON 格式的輸入</translation>
    </message>
    <message>
        <source>A number, a list, a matrix or named columns</source>
        <translation>一個數字、清單、矩陣或具名欄位</translation>
    </message>
    <message>
        <source>Use as input</source>
        <translation>用作輸入</translation>
    </message>
    <message>
        <source>Last calls</source>
        <translation>最近的呼叫</translation>
    </message>
    <message>
        <source>Nothing was sent yet.</source>
        <translation>還沒有傳送任何請求。</translation>
    </message>
    <message>
        <source>The form shows once the model is loaded.</source>
        <translation>模型載入後會顯示表單。</translation>
    </message>
    <message>
        <source>Its input is too large for a form; write it as JSON.</source>
        <translation>輸入過大，不適合表單，請用 JSON 填寫。</translation>
    </message>
    <message>
        <source>{field} needs a number.</source>
        <translation>{field} 需要一個數字。</translation>
    </message>
    <message>
        <source>This is not JSON: {why}</source>
        <translation>這不是 JSON：{why}</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已複製</translation>
    </message>
    <message>
        <source>It is not being served; start it.</source>
        <translation>它未在提供服務，請啟動它。</translation>
    </message>
</context>
<context>
    <name>ModelVersions</name>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Reading the versions…</source>
        <translation>正在讀取版本…</translation>
    </message>
    <message>
        <source>Make live</source>
        <translation>設為目前版本</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>還原</translation>
    </message>
    <message>
        <source>Divide traffic…</source>
        <translation>分配流量…</translation>
    </message>
    <message>
        <source>Load new version…</source>
        <translation>載入新版本…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>made by {task}</source>
        <translation>由 {task} 產生</translation>
    </message>
    <message>
        <source>To version {version}</source>
        <translation>回到版本 {version}</translation>
    </message>
    <message>
        <source>There is nothing to go back to.</source>
        <translation>沒有可以還原的狀態。</translation>
    </message>
    <message>
        <source>That takes two versions.</source>
        <translation>這需要兩個版本。</translation>
    </message>
    <message>
        <source>It gets requests; have others get them first.</source>
        <translation>它正在接收請求，請先把請求分給其他版本。</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Load model…</source>
        <translation>載入模型…</translation>
    </message>
    <message>
        <source>No model is served yet</source>
        <translation>還沒有模型在提供服務</translation>
    </message>
    <message>
        <source>Load one from a file, from a script of your own, or from a finished training job; it is then asked here, over HTTP, and by every client of the Open Inference Protocol.</source>
        <translation>從檔案、自己的指令碼或已完成的訓練工作載入一個模型，之後就可以在這裡、透過 HTTP 以及用任何支援 Open Inference Protocol 的用戶端來呼叫它。</translation>
    </message>
    <message>
        <source>Training…</source>
        <translation>正在訓練…</translation>
    </message>
    <message>
        <source>Train and serve an example</source>
        <translation>訓練並部署一個範例</translation>
    </message>
</context>
<context>
    <name>NarrowBar</name>
    <message>
        <source>Filter</source>
        <translation>篩選</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
</context>
<context>
    <name>NewJobDialog</name>
    <message>
        <source>New training job</source>
        <translation>新建訓練作業</translation>
    </message>
    <message>
        <source>on {node}</source>
        <translation>在 {node} 上</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>{line} is no variable: write NAME=value</source>
        <translation>{line} 不是變數：請寫成 NAME=value</translation>
    </message>
    <message>
        <source>Give {names} again: the agent keeps secrets to itself.</source>
        <translation>請重新填寫 {names}：Agent 不會透露機密。</translation>
    </message>
</context>
<context>
    <name>NewTaskDialog</name>
    <message>
        <source>New task</source>
        <translation>新增任務</translation>
    </message>
    <message>
        <source>on {node}</source>
        <translation>在 {node} 上</translation>
    </message>
    <message>
        <source>Edit, duplicate, export or delete the preset</source>
        <translation>編輯、複製、匯出或刪除此預設集</translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation>另存為預設集</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>執行</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>Runs an image in Docker, with every setting.</source>
        <translation>在 Docker 中執行映像檔，可設定所有選項。</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>行程</translation>
    </message>
    <message>
        <source>Runs a command, with every setting there is.</source>
        <translation>執行命令，可使用全部設定。</translation>
    </message>
    <message>
        <source>Go on by hand</source>
        <translation>手動繼續</translation>
    </message>
    <message>
        <source>The form by hand has changes of yours.</source>
        <translation>手動填寫的表單中有您的變更。</translation>
    </message>
    <message>
        <source>Replace what you typed by hand?</source>
        <translation>要取代您手動輸入的內容嗎？</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>The form for the new task has changes that are kept nowhere else.</source>
        <translation>新任務表單中的變更沒有儲存在其他地方。</translation>
    </message>
    <message>
        <source>Discard what you typed?</source>
        <translation>要捨棄您輸入的內容嗎？</translation>
    </message>
</context>
<context>
    <name>NewTokenDialog</name>
    <message>
        <source>New token</source>
        <translation>新增權杖</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Name of the token</source>
        <translation>權杖名稱</translation>
    </message>
    <message>
        <source>Who or what will use it</source>
        <translation>誰或什麼程式將使用它</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>The token</source>
        <translation>權杖</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>It is shown this once: only its digest is kept. Send it as “Authorization: Bearer …”, and never in an address.</source>
        <translation>僅此一次顯示：只保存其摘要。請以「Authorization: Bearer …」傳送，切勿放在位址中。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Make token</source>
        <translation>產生權杖</translation>
    </message>
    <message>
        <source>Give it a name first.</source>
        <translation>請先命名。</translation>
    </message>
    <message>
        <source>“{name}” is made: {role}</source>
        <translation>「{name}」已產生：{role}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已複製</translation>
    </message>
</context>
<context>
    <name>NodeMenu</name>
    <message>
        <source>Nodes</source>
        <translation>節點</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Connect to a node…</source>
        <translation>連線至節點…</translation>
    </message>
    <message>
        <source>This node</source>
        <translation>此節點</translation>
    </message>
    <message>
        <source>{where} · {state}</source>
        <translation>{where} · {state}</translation>
    </message>
    <message>
        <source>shown now</source>
        <translation>目前顯示</translation>
    </message>
    <message>
        <source>Change address or token…</source>
        <translation>變更位址或權杖…</translation>
    </message>
    <message>
        <source>Disconnect {name}</source>
        <translation>中斷與 {name} 的連線</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>中斷連線</translation>
    </message>
    <message>
        <source>This node&apos;s own agent stays with the console.</source>
        <translation>本機自己的 Agent 始終與主控台相連。</translation>
    </message>
</context>
<context>
    <name>NodePages</name>
    <message>
        <source>Change address or token…</source>
        <translation>變更位址或權杖…</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>中斷連線</translation>
    </message>
    <message>
        <source>Connecting to {address}…</source>
        <translation>正在連線至 {address}…</translation>
    </message>
    <message>
        <source>{address} does not let you in</source>
        <translation>{address} 不允許您進入</translation>
    </message>
    <message>
        <source>{address} does not answer</source>
        <translation>{address} 沒有回應</translation>
    </message>
    <message>
        <source>It is asked again until it does, or until you disconnect.</source>
        <translation>會一直重試，直到它回應或您中斷連線。</translation>
    </message>
</context>
<context>
    <name>NoticeDelegate</name>
    <message>
        <source>Show the task</source>
        <translation>顯示任務</translation>
    </message>
</context>
<context>
    <name>NoticeFeed</name>
    <message>
        <source>Connection to {node} lost</source>
        <translation>與 {node} 的連線已中斷</translation>
    </message>
    <message>
        <source>Connection to {node} is back</source>
        <translation>與 {node} 的連線已恢復</translation>
    </message>
    <message>
        <source>It was gone for {time}.</source>
        <translation>中斷了 {time}。</translation>
    </message>
    <message>
        <source>{count} tasks failed</source>
        <translation>{count} 個任務失敗</translation>
    </message>
    <message>
        <source>{count} tasks ended</source>
        <translation>{count} 個任務已結束</translation>
    </message>
    <message>
        <source>{name} failed</source>
        <translation>{name} 失敗</translation>
    </message>
    <message>
        <source>It ran for {time}.</source>
        <translation>執行了 {time}。</translation>
    </message>
    <message>
        <source>{name} completed</source>
        <translation>{name} 已完成</translation>
    </message>
    <message>
        <source>{name} was stopped</source>
        <translation>{name} 已被停止</translation>
    </message>
    <message>
        <source>{node} says</source>
        <translation>{node} 的訊息</translation>
    </message>
    <message>
        <source>the agent</source>
        <translation>Agent</translation>
    </message>
</context>
<context>
    <name>NoticePanel</name>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Nothing happened yet. The end of long tasks, failures and lost connections are kept here.</source>
        <translation>還沒有通知。長任務結束、失敗和中斷的連線會記錄在這裡。</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>勿擾</translation>
    </message>
    <message>
        <source>Do not disturb: notifications are kept here, and nothing pops up</source>
        <translation>勿擾：通知會記錄在這裡，不再彈出</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>There is nothing to clear</source>
        <translation>沒有可清除的內容</translation>
    </message>
</context>
<context>
    <name>NumberEdit</name>
    <message>
        <source>More</source>
        <translation>增加</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>減少</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>搜尋或執行命令</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>move</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>more actions</source>
        <translation>更多動作</translation>
    </message>
    <message>
        <source>Type &gt; for actions, # for tasks</source>
        <translation>輸入 &gt; 尋找動作，# 尋找任務</translation>
    </message>
    <message>
        <source>Nothing is called “{text}”. Pages, tasks, presets and actions were searched.</source>
        <translation>沒有名為「{text}」的項目。已搜尋頁面、任務、預設集與動作。</translation>
    </message>
    <message>
        <source>What to do with {title}?</source>
        <translation>要對 {title} 做什麼？</translation>
    </message>
</context>
<context>
    <name>PresetActions</name>
    <message>
        <source>It is built in; duplicate it to have one of your own.</source>
        <translation>它是內建的；建立副本即可擁有您自己的。</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>編輯…</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>建立副本…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>匯出…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>刪除…</translation>
    </message>
    <message>
        <source>New preset</source>
        <translation>新增預設集</translation>
    </message>
    <message>
        <source>{name} (copy)</source>
        <translation>{name}（副本）</translation>
    </message>
    <message>
        <source>Export {name}</source>
        <translation>匯出 {name}</translation>
    </message>
    <message>
        <source>Presets (*.yaml)</source>
        <translation>預設集 (*.yaml)</translation>
    </message>
    <message>
        <source>Import a preset</source>
        <translation>匯入預設集</translation>
    </message>
    <message>
        <source>Presets (*.yaml *.yml)</source>
        <translation>預設集 (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>{file} cannot be written: {reason}.</source>
        <translation>無法寫入 {file}：{reason}。</translation>
    </message>
    <message>
        <source>Not a preset: {place}</source>
        <translation>不是預設集：{place}</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}.</source>
        <translation>無法讀取 {file}：{reason}。</translation>
    </message>
    <message>
        <source>Delete the preset {name}?</source>
        <translation>要刪除預設集 {name} 嗎？</translation>
    </message>
    <message>
        <source>Tasks that were made with it stay. Export it first to keep a copy.</source>
        <translation>用它建立的任務會保留。如需保留副本，請先匯出。</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>此動作無法復原。</translation>
    </message>
</context>
<context>
    <name>PresetCards</name>
    <message>
        <source>Run</source>
        <translation>執行</translation>
    </message>
    <message>
        <source>Set up…</source>
        <translation>設定…</translation>
    </message>
    <message>
        <source>Run {preset}</source>
        <translation>執行 {preset}</translation>
    </message>
    <message>
        <source>Set up {preset}</source>
        <translation>設定 {preset}</translation>
    </message>
</context>
<context>
    <name>PresetEditor</name>
    <message>
        <source>Edit preset</source>
        <translation>編輯預設集</translation>
    </message>
    <message>
        <source>New preset</source>
        <translation>新增預設集</translation>
    </message>
    <message>
        <source>About</source>
        <translation>關於</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任務</translation>
    </message>
    <message>
        <source>What to edit</source>
        <translation>編輯內容</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>The task as JSON. A field&apos;s value stands where its id is in braces; what names an empty field is left out.</source>
        <translation>任務的 JSON。大括號中的識別碼會換成欄位的值；引用空欄位的部分會被省略。</translation>
    </message>
    <message>
        <source>The task as JSON</source>
        <translation>任務的 JSON</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>顯示</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>輸入</translation>
    </message>
    <message>
        <source>It can be kept as it is.</source>
        <translation>可以依現狀儲存。</translation>
    </message>
    <message>
        <source>Task, line {line}, column {column}: {problem}</source>
        <translation>任務，第 {line} 行第 {column} 欄：{problem}</translation>
    </message>
    <message>
        <source>Field {name}: {problem}</source>
        <translation>欄位 {name}：{problem}</translation>
    </message>
    <message>
        <source>{part}: {problem}</source>
        <translation>{part}：{problem}</translation>
    </message>
    <message>
        <source>Discard the changes to {name}?</source>
        <translation>要捨棄對 {name} 的變更嗎？</translation>
    </message>
    <message>
        <source>They are not saved yet.</source>
        <translation>尚未儲存。</translation>
    </message>
</context>
<context>
    <name>PresetForm</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>If it goes wrong</source>
        <translation>出錯時</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未設定</translation>
    </message>
</context>
<context>
    <name>PresetGallery</name>
    <message>
        <source>By hand</source>
        <translation>手動</translation>
    </message>
    <message>
        <source>a command, with every setting</source>
        <translation>一個命令，含全部設定</translation>
    </message>
    <message>
        <source>an image, in Docker</source>
        <translation>Docker 中的映像檔</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>Find a preset</source>
        <translation>尋找預設集</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>預設集</translation>
    </message>
    <message>
        <source>No preset has these words.</source>
        <translation>沒有預設集包含這些字詞。</translation>
    </message>
    <message>
        <source>New preset…</source>
        <translation>新增預設集…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>匯入…</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>行程</translation>
    </message>
    <message>
        <source>Your presets</source>
        <translation>您的預設集</translation>
    </message>
    <message>
        <source>{group} · yours</source>
        <translation>{group} · 您的</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>curl</source>
        <translation>curl</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>預覽</translation>
    </message>
    <message>
        <source>updates as you type</source>
        <translation>隨輸入更新</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>複製為 curl</translation>
    </message>
    <message>
        <source>Copy what is shown, secret values too</source>
        <translation>複製所示內容，包括機密值</translation>
    </message>
    <message>
        <source># The command shows when the form is filled in.</source>
        <translation># 填妥表單後即顯示命令。</translation>
    </message>
    <message>
        <source># The command of its image</source>
        <translation># 映像檔自帶的命令</translation>
    </message>
    <message>
        <source># in {folder}</source>
        <translation># 在 {folder} 中</translation>
    </message>
    <message>
        <source># {variable} holds a token of this agent</source>
        <translation># {variable} 為此 Agent 的權杖</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已複製</translation>
    </message>
</context>
<context>
    <name>PythonRow</name>
    <message>
        <source>Choose one of the Pythons found on this machine</source>
        <translation>選擇在本機找到的 Python</translation>
    </message>
    <message>
        <source>This cannot be run, or is no Python.</source>
        <translation>無法執行，或不是 Python。</translation>
    </message>
    <message>
        <source>None was found on the path</source>
        <translation>PATH 中沒有找到</translation>
    </message>
</context>
<context>
    <name>RecentTasks</name>
    <message>
        <source>Recent tasks</source>
        <translation>最近任務</translation>
    </message>
    <message>
        <source>View all</source>
        <translation>檢視全部</translation>
    </message>
    <message>
        <source>Nothing has run here yet</source>
        <translation>這裡還沒有執行過任務</translation>
    </message>
    <message>
        <source>One click trains a model; the log follows while it learns.</source>
        <translation>按一下即可訓練模型；訓練時日誌會即時跟隨。</translation>
    </message>
    <message>
        <source>{name} is trained</source>
        <translation>{name} 已訓練完成</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>RecordGroup</name>
    <message>
        <source>Loading…</source>
        <translation>正在載入…</translation>
    </message>
    <message>
        <source>Look again: {what}</source>
        <translation>重新檢視：{what}</translation>
    </message>
    <message>
        <source>No connection.</source>
        <translation>沒有連線。</translation>
    </message>
    <message>
        <source>Choose a row first.</source>
        <translation>請先選擇一列。</translation>
    </message>
</context>
<context>
    <name>ResourceCards</name>
    <message>
        <source>CPU</source>
        <translation>處理器</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>記憶體</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁碟</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>網路</translation>
    </message>
</context>
<context>
    <name>ResourceDetails</name>
    <message>
        <source>Resource details</source>
        <translation>資源詳細資料</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部複製</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>處理器</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>核心</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>記憶體</translation>
    </message>
    <message>
        <source>Disks</source>
        <translation>磁碟</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>網路</translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Hardware</source>
        <translation>硬體</translation>
    </message>
    <message>
        <source>Resources of {node}</source>
        <translation>{node} 的資源</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>資源</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Ctrl+C copies the chosen rows only.</source>
        <translation>Ctrl+C 只複製所選的列。</translation>
    </message>
    <message>
        <source>Nothing has been measured yet.</source>
        <translation>尚未進行測量。</translation>
    </message>
    <message>
        <source>The agent does not answer. As of {time}.</source>
        <translation>Agent 沒有回應。截至 {time}。</translation>
    </message>
    <message>
        <source>Not measured: {setting} is off in the agent&apos;s configuration.</source>
        <translation>未測量：Agent 設定中 {setting} 已關閉。</translation>
    </message>
    <message>
        <source>As of {time}.</source>
        <translation>截至 {time}。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已複製</translation>
    </message>
</context>
<context>
    <name>RuntimeList</name>
    <message>
        <source>available</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>unavailable</source>
        <translation>無法使用</translation>
    </message>
    <message>
        <source>Hide why</source>
        <translation>隱藏原因</translation>
    </message>
    <message>
        <source>Why {kind} cannot run here</source>
        <translation>為什麼這裡不能執行{kind}</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>複製命令</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已複製</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>行程</translation>
    </message>
    <message>
        <source>Containers</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>Virtual machines</source>
        <translation>虛擬機器</translation>
    </message>
    <message>
        <source>Model engines</source>
        <translation>推論引擎</translation>
    </message>
</context>
<context>
    <name>SavePresetDialog</name>
    <message>
        <source>Save as preset</source>
        <translation>另存為預設集</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>識別碼</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>群組</translation>
    </message>
    <message>
        <source>Your presets</source>
        <translation>您的預設集</translation>
    </message>
    <message>
        <source>It asks for the same fields. What you typed becomes what they hold at first.</source>
        <translation>它詢問相同的欄位。您輸入的內容將成為初始值。</translation>
    </message>
    <message>
        <source>Which values are asked for each time? The others stay as they are.</source>
        <translation>哪些值每次都要詢問？其餘保持不變。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>It is kept by the agent, beside the others.</source>
        <translation>由 Agent 保存，與其他預設集放在一起。</translation>
    </message>
    <message>
        <source>A built-in preset has this id.</source>
        <translation>已有內建預設集使用此識別碼。</translation>
    </message>
    <message>
        <source>It takes the place of your preset {name}.</source>
        <translation>它將取代您的預設集 {name}。</translation>
    </message>
    <message>
        <source>The preset is not saved yet.</source>
        <translation>預設集尚未儲存。</translation>
    </message>
    <message>
        <source>Discard what you typed?</source>
        <translation>要捨棄您輸入的內容嗎？</translation>
    </message>
</context>
<context>
    <name>SearchButton</name>
    <message>
        <source>Search or run a command</source>
        <translation>搜尋或執行命令</translation>
    </message>
</context>
<context>
    <name>SettingEditor</name>
    <message>
        <source>Browse for {name}</source>
        <translation>瀏覽：{name}</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Search settings</source>
        <translation>搜尋設定</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>區段</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外觀</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>主控台</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任務</translation>
    </message>
    <message>
        <source>Training and containers</source>
        <translation>訓練與容器</translation>
    </message>
    <message>
        <source>Python and environments</source>
        <translation>Python 與環境</translation>
    </message>
    <message>
        <source>Storage and retention</source>
        <translation>儲存與保留</translation>
    </message>
    <message>
        <source>Network and security</source>
        <translation>網路與安全</translation>
    </message>
    <message>
        <source>Logging</source>
        <translation>日誌記錄</translation>
    </message>
    <message>
        <source>About</source>
        <translation>關於</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>沒有設定包含這些字詞。</translation>
    </message>
    <message>
        <source>Takes effect when the agent starts again: {names}</source>
        <translation>Agent 重新啟動後生效：{names}</translation>
    </message>
    <message>
        <source>Start the agent again?</source>
        <translation>要重新啟動 Agent 嗎？</translation>
    </message>
    <message>
        <source>Tasks that run go on, and their logs stay complete. Waiting and retrying pause for a moment.</source>
        <translation>執行中的任務會繼續，日誌保持完整。等待與重試會暫停片刻。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新啟動</translation>
    </message>
</context>
<context>
    <name>SheetHead</name>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>鍵盤快速鍵</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快速鍵</translation>
    </message>
    <message>
        <source>Find a shortcut</source>
        <translation>尋找快速鍵</translation>
    </message>
    <message>
        <source>No shortcut is called “{text}”.</source>
        <translation>沒有名為「{text}」的快速鍵。</translation>
    </message>
</context>
<context>
    <name>SpecForm</name>
    <message>
        <source>Ports, folders and rights</source>
        <translation>連接埠、資料夾與權限</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>環境</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>If it goes wrong</source>
        <translation>出錯時</translation>
    </message>
    <message>
        <source>Order and labels</source>
        <translation>順序與標籤</translation>
    </message>
    <message>
        <source>Python packages</source>
        <translation>Python 套件</translation>
    </message>
    <message>
        <source>How it is stopped</source>
        <translation>停止方式</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>label</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>A value has no name.</source>
        <translation>有一個值沒有名稱。</translation>
    </message>
    <message>
        <source>{name} is there twice.</source>
        <translation>{name} 出現了兩次。</translation>
    </message>
    <message>
        <source>Give {names} again: the agent keeps secrets to itself.</source>
        <translation>請重新填寫 {names}：Agent 不會透露機密。</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未設定</translation>
    </message>
</context>
<context>
    <name>StateLine</name>
    <message>
        <source>Start again…</source>
        <translation>重新啟動…</translation>
    </message>
    <message>
        <source>Start the agent again</source>
        <translation>重新啟動 Agent</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>{runtime} off</source>
        <translation>{runtime}無法使用</translation>
    </message>
</context>
<context>
    <name>StorageUse</name>
    <message>
        <source>Measure again</source>
        <translation>重新測量</translation>
    </message>
    <message>
        <source>{size} in all; {free} of the disk&apos;s {total} are free.</source>
        <translation>共 {size}；磁碟 {total} 中有 {free} 可用。</translation>
    </message>
    <message>
        <source>Tasks: logs, records and their own folders</source>
        <translation>任務：日誌、記錄及其資料夾</translation>
    </message>
    <message>
        <source>Python environments</source>
        <translation>Python 環境</translation>
    </message>
    <message>
        <source>Logs of the agent</source>
        <translation>Agent 的日誌</translation>
    </message>
    <message>
        <source>Databases</source>
        <translation>資料庫</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>Switcher</name>
    <message>
        <source>This node</source>
        <translation>此節點</translation>
    </message>
    <message>
        <source>Node: {name}, {where}, {state}</source>
        <translation>節點：{name}，{where}，{state}</translation>
    </message>
    <message>
        <source>{name} · {where} · {state}
Other nodes: {keys}</source>
        <translation>{name} · {where} · {state}
其他節點：{keys}</translation>
    </message>
</context>
<context>
    <name>Switching</name>
    <message>
        <source>The token could not be remembered: {reason}.</source>
        <translation>無法記住權杖：{reason}。</translation>
    </message>
    <message>
        <source>The remembered token could not be removed: {reason}.</source>
        <translation>無法移除已記住的權杖：{reason}。</translation>
    </message>
</context>
<context>
    <name>TaskActions</name>
    <message>
        <source>{count} of {all} could not be stopped: {why}</source>
        <translation>{all} 個中有 {count} 個無法停止：{why}</translation>
    </message>
    <message>
        <source>{count} of {all} could not be killed: {why}</source>
        <translation>{all} 個中有 {count} 個無法強制終止：{why}</translation>
    </message>
    <message>
        <source>{count} of {all} could not be removed: {why}</source>
        <translation>{all} 個中有 {count} 個無法移除：{why}</translation>
    </message>
    <message>
        <source>{count} of {all} could not be run again: {why}</source>
        <translation>{all} 個中有 {count} 個無法再次執行：{why}</translation>
    </message>
    <message>
        <source>There is no folder {path} any more.</source>
        <translation>資料夾 {path} 已不存在。</translation>
    </message>
    <message>
        <source>There is no folder of {name}.</source>
        <translation>{name} 沒有資料夾。</translation>
    </message>
    <message>
        <source>No program here opens folders. It is {path}.</source>
        <translation>這裡沒有能開啟資料夾的程式。路徑是 {path}。</translation>
    </message>
</context>
<context>
    <name>TaskDetails</name>
    <message>
        <source>Logs</source>
        <translation>日誌</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概覽</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>時間軸</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細資料</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>再次執行</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Kill now</source>
        <translation>立即強制終止</translation>
    </message>
    <message>
        <source>More to do with this task</source>
        <translation>此任務的更多動作</translation>
    </message>
</context>
<context>
    <name>TaskFiles</name>
    <message>
        <source>Looking…</source>
        <translation>正在檢視…</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>儲存副本</translation>
    </message>
    <message>
        <source>It has written no files into its directory.</source>
        <translation>它沒有在其目錄中寫入檔案。</translation>
    </message>
    <message>
        <source>{count} files and folders, {size}</source>
        <translation>{count} 個檔案與資料夾，{size}</translation>
    </message>
    <message>
        <source>Saving {name}: {size}</source>
        <translation>正在儲存 {name}：{size}</translation>
    </message>
    <message>
        <source>{name} could not be saved: {why}.</source>
        <translation>無法儲存 {name}：{why}。</translation>
    </message>
    <message>
        <source>Saved {path}</source>
        <translation>已儲存 {path}</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新檢視</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存為…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>開啟資料夾</translation>
    </message>
    <message>
        <source>Files of the task</source>
        <translation>任務的檔案</translation>
    </message>
    <message>
        <source>Choose a file.</source>
        <translation>請選擇檔案。</translation>
    </message>
    <message>
        <source>This is a folder; choose a file.</source>
        <translation>這是資料夾；請選擇檔案。</translation>
    </message>
    <message>
        <source>The agent does not answer; this works when it is back.</source>
        <translation>Agent 沒有回應；恢復後即可使用。</translation>
    </message>
</context>
<context>
    <name>TaskFilterBar</name>
    <message>
        <source>Filter the tasks</source>
        <translation>篩選任務</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>篩選清單</translation>
    </message>
    <message>
        <source>In name, command, arguments, id and labels; every word must be found</source>
        <translation>在名稱、命令、引數、識別碼與標籤中尋找；每個字詞都須符合</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>選擇欄位</translation>
    </message>
    <message>
        <source>Read the tasks again</source>
        <translation>重新讀取任務</translation>
    </message>
    <message>
        <source>All types</source>
        <translation>所有類型</translation>
    </message>
    <message>
        <source>Types and labels: {shown}</source>
        <translation>類型與標籤：{shown}</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>所有標籤</translation>
    </message>
</context>
<context>
    <name>TaskLimits</name>
    <message>
        <source>hard</source>
        <translation>硬性</translation>
    </message>
    <message>
        <source>soft</source>
        <translation>軟性</translation>
    </message>
    <message>
        <source>{cores:g} cores</source>
        <translation>{cores:g} 核心</translation>
    </message>
    <message>
        <source>1 core</source>
        <translation>1 核心</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>處理器</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>記憶體</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁碟</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>逾時</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>行程</translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>GPU 數</translation>
    </message>
    <message>
        <source>hard: the system enforces · soft: CNET watches</source>
        <translation>硬性：由系統強制 · 軟性：由 CNET 監看</translation>
    </message>
    <message>
        <source>Enforced by {what}</source>
        <translation>由 {what} 強制執行</translation>
    </message>
</context>
<context>
    <name>TaskListFoot</name>
    <message>
        <source>Choose none</source>
        <translation>取消選擇</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>已選 {count} 項</translation>
    </message>
    <message>
        <source>Only the newest {known} of {total} tasks are looked through.</source>
        <translation>只查找了 {total} 個任務中最新的 {known} 個。</translation>
    </message>
    <message>
        <source>Looking through older tasks: {known} of {total}…</source>
        <translation>正在查找更早的任務：{known} / {total}…</translation>
    </message>
    <message>
        <source>{shown} of {total} tasks; older ones follow as you scroll.</source>
        <translation>已顯示 {shown} / {total} 個任務；捲動時載入更早的。</translation>
    </message>
</context>
<context>
    <name>TaskMetrics</name>
    <message>
        <source>CPU over its life</source>
        <translation>全程處理器用量</translation>
    </message>
    <message>
        <source>Memory over its life</source>
        <translation>全程記憶體用量</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>處理器</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>記憶體</translation>
    </message>
    <message>
        <source>{time} of CPU time</source>
        <translation>CPU 時間 {time}</translation>
    </message>
    <message>
        <source>Nothing was recorded: it did not run long enough, or long ago.</source>
        <translation>沒有記錄：執行時間太短，或時間已久。</translation>
    </message>
    <message>
        <source>now {value}</source>
        <translation>目前 {value}</translation>
    </message>
    <message>
        <source>There are no samples to draw: it ended too soon, or the agent began anew.</source>
        <translation>沒有可繪製的取樣：任務結束得太快，或 Agent 重新啟動過。</translation>
    </message>
    <message>
        <source>average {value}</source>
        <translation>平均 {value}</translation>
    </message>
    <message>
        <source>peak {value}</source>
        <translation>峰值 {value}</translation>
    </message>
    <message>
        <source>limit {value}</source>
        <translation>限制 {value}</translation>
    </message>
</context>
<context>
    <name>TaskOutputs</name>
    <message>
        <source>Files made</source>
        <translation>產生的檔案</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>還有 {count} 項</translation>
    </message>
    <message>
        <source>Show in Files</source>
        <translation>在「檔案」中檢視</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>開啟資料夾</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>複製路徑</translation>
    </message>
</context>
<context>
    <name>TaskOverview</name>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Last output</source>
        <translation>最後的輸出</translation>
    </message>
    <message>
        <source>Limits in force</source>
        <translation>生效的限制</translation>
    </message>
    <message>
        <source>Labels and priority</source>
        <translation>標籤與優先順序</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>變更…</translation>
    </message>
    <message>
        <source>Change labels and priority</source>
        <translation>變更標籤與優先順序</translation>
    </message>
    <message>
        <source>No labels</source>
        <translation>沒有標籤</translation>
    </message>
    <message>
        <source>Priority {number}</source>
        <translation>優先順序 {number}</translation>
    </message>
    <message>
        <source>It has ended; its labels and priority are history.</source>
        <translation>它已結束；標籤與優先順序不能再改。</translation>
    </message>
    <message>
        <source>The agent does not answer; this works when it is back.</source>
        <translation>Agent 沒有回應；恢復後即可使用。</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Files made</source>
        <translation>產生的檔案</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>變數</translation>
    </message>
    <message>
        <source>Show the task that this is a rerun of</source>
        <translation>顯示被再次執行的原任務</translation>
    </message>
    <message>
        <source>Rerun of</source>
        <translation>再次執行自</translation>
    </message>
    <message>
        <source>the image&apos;s own</source>
        <translation>映像檔自帶的</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>顯示全部</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>環境</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>套件</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>預設集</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>建立時間</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>識別碼</translation>
    </message>
    <message>
        <source>{data} · {epochs} epochs · batches of {size} · learning rate {rate}</source>
        <translation>{data} · {epochs} 輪 · 批次大小 {size} · 學習率 {rate}</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>Epochs done</source>
        <translation>已完成輪次</translation>
    </message>
    <message>
        <source>Log file</source>
        <translation>日誌檔案</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>映像檔</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>連接埠</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>網路</translation>
    </message>
    <message>
        <source>User</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>was there already</source>
        <translation>原已存在</translation>
    </message>
    <message>
        <source>from the cache</source>
        <translation>來自快取</translation>
    </message>
    <message>
        <source>built for it</source>
        <translation>為其建置</translation>
    </message>
    <message>
        <source>Run time</source>
        <translation>執行時間</translation>
    </message>
    <message>
        <source>Exit code</source>
        <translation>結束代碼</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>訊號</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>行程</translation>
    </message>
    <message>
        <source>{attempt} of {attempts}</source>
        <translation>{attempt} / {attempts}</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>嘗試次數</translation>
    </message>
</context>
<context>
    <name>TaskTableView</name>
    <message>
        <source>Tasks</source>
        <translation>任務</translation>
    </message>
</context>
<context>
    <name>TaskTimeline</name>
    <message>
        <source>Timeline</source>
        <translation>時間軸</translation>
    </message>
</context>
<context>
    <name>TasksPage</name>
    <message>
        <source>No tasks yet</source>
        <translation>還沒有任務</translation>
    </message>
    <message>
        <source>Start with a preset: one click trains a model. Ctrl+N has them all.</source>
        <translation>從預設集開始：按一下即可訓練模型。按 Ctrl+N 檢視全部預設集。</translation>
    </message>
    <message>
        <source>No task matches the filter.</source>
        <translation>沒有符合篩選條件的任務。</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>恢復初始</translation>
    </message>
    <message>
        <source>Copy “{text}”</source>
        <translation>複製「{text}」</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>TrainingFigures</name>
    <message>
        <source>Running</source>
        <translation>執行中</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>排隊中</translation>
    </message>
    <message>
        <source>Success rate</source>
        <translation>成功率</translation>
    </message>
    <message>
        <source>First attempt</source>
        <translation>首次成功率</translation>
    </message>
    <message>
        <source>Average wait</source>
        <translation>平均等待</translation>
    </message>
    <message>
        <source>of {count} that may wait</source>
        <translation>最多可排隊 {count} 個</translation>
    </message>
    <message>
        <source>{count} of {all} jobs</source>
        <translation>{count}/{all} 個作業</translation>
    </message>
    <message>
        <source>before the start</source>
        <translation>啟動之前</translation>
    </message>
</context>
<context>
    <name>TrainingImages</name>
    <message>
        <source>Copy command</source>
        <translation>複製命令</translation>
    </message>
    <message>
        <source>There is no image yet. Build the standard one: {name}.</source>
        <translation>還沒有映像檔。請建置標準映像檔：{name}。</translation>
    </message>
    <message>
        <source>Step {step} of {steps} · {time}</source>
        <translation>第 {step} 步，共 {steps} 步 · {time}</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新檢查</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已複製</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>映像檔</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在載入…</translation>
    </message>
    <message>
        <source>Build the training image</source>
        <translation>建置訓練映像檔</translation>
    </message>
    <message>
        <source>that of the Dockerfile</source>
        <translation>Dockerfile 中的基礎映像檔</translation>
    </message>
    <message>
        <source>Base image</source>
        <translation>基礎映像檔</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Build every layer anew</source>
        <translation>重新建置每一層</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>建置</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>What the build prints stands here.</source>
        <translation>建置的輸出會顯示在這裡。</translation>
    </message>
    <message>
        <source>Builds</source>
        <translation>建置記錄</translation>
    </message>
    <message>
        <source>Nothing was built since the agent started.</source>
        <translation>Agent 啟動以來沒有建置過映像檔。</translation>
    </message>
</context>
<context>
    <name>TrainingJobs</name>
    <message>
        <source>Training jobs</source>
        <translation>訓練作業</translation>
    </message>
    <message>
        <source>No job is like that.</source>
        <translation>沒有符合條件的作業。</translation>
    </message>
    <message>
        <source>Filter the jobs</source>
        <translation>篩選作業</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未結束</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Open task</source>
        <translation>開啟任務</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>再次執行</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>複製…</translation>
    </message>
    <message>
        <source>Run next</source>
        <translation>下一個執行</translation>
    </message>
    <message>
        <source>Serve model…</source>
        <translation>部署模型…</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>複製 ID</translation>
    </message>
</context>
<context>
    <name>TrainingPage</name>
    <message>
        <source>Jobs</source>
        <translation>作業</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>映像檔</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>New training job</source>
        <translation>新建訓練作業</translation>
    </message>
    <message>
        <source>Build the training image</source>
        <translation>建置訓練映像檔</translation>
    </message>
    <message>
        <source>Nothing was trained yet</source>
        <translation>還沒有訓練過</translation>
    </message>
    <message>
        <source>A job trains a classifier on real data within seconds: in a container where the training image is built, and as a process everywhere.</source>
        <translation>一個作業幾秒鐘即可在真實資料上訓練分類器：已建置訓練映像檔時在容器中執行，其他情況下作為行程執行。</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Show the window</source>
        <translation>顯示視窗</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>新增任務</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>{count} running</source>
        <translation>{count} 個執行中</translation>
    </message>
    <message>
        <source>Hide the window</source>
        <translation>隱藏視窗</translation>
    </message>
</context>
<context>
    <name>_Panel</name>
    <message>
        <source>Figure of the chart: {name}</source>
        <translation>圖表的指標：{name}</translation>
    </message>
    <message>
        <source>after {time}</source>
        <translation>{time} 之後</translation>
    </message>
    <message>
        <source>at epoch {epoch}</source>
        <translation>第 {epoch} 輪</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Show the value</source>
        <translation>顯示值</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>needed again</source>
        <translation>需重新填寫</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Value of {name}</source>
        <translation>{name} 的值</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>移除 {name}</translation>
    </message>
</context>
<context>
    <name>_Step</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待辦</translation>
    </message>
</context>
<context>
    <name>addresses</name>
    <message>
        <source>Needed: a name or an address, such as node-7.</source>
        <translation>必填：名稱或位址，例如 node-7。</translation>
    </message>
    <message>
        <source>This is not an address; a port lies between 1 and 65535.</source>
        <translation>這不是位址；連接埠應介於 1 到 65535。</translation>
    </message>
    <message>
        <source>Agents are reached by http or https only.</source>
        <translation>只能透過 http 或 https 存取 Agent。</translation>
    </message>
    <message>
        <source>A token has a field of its own, below.</source>
        <translation>權杖請填在下方專用的欄位中。</translation>
    </message>
    <message>
        <source>The address ends with the port: host:8080.</source>
        <translation>位址以連接埠結尾：host:8080。</translation>
    </message>
    <message>
        <source>This is no name of a machine, and no address.</source>
        <translation>這既不是機器名稱，也不是位址。</translation>
    </message>
</context>
<context>
    <name>attempts</name>
    <message>
        <source>Retry in {seconds} s</source>
        <translation>{seconds} 秒後重試</translation>
    </message>
    <message>
        <source>Attempt {number} waits</source>
        <translation>第 {number} 次嘗試等待中</translation>
    </message>
    <message>
        <source>Attempt {number} running</source>
        <translation>第 {number} 次嘗試執行中</translation>
    </message>
    <message>
        <source>It went on from epoch {epoch}</source>
        <translation>從第 {epoch} 輪繼續</translation>
    </message>
    <message>
        <source>Attempt {number} succeeded</source>
        <translation>第 {number} 次嘗試成功</translation>
    </message>
    <message>
        <source>Attempt {number} was cancelled</source>
        <translation>第 {number} 次嘗試已取消</translation>
    </message>
    <message>
        <source>Attempt {number} failed</source>
        <translation>第 {number} 次嘗試失敗</translation>
    </message>
</context>
<context>
    <name>background</name>
    <message>
        <source>That did not work; the log of the console says why.</source>
        <translation>操作未成功；原因請見主控台的日誌。</translation>
    </message>
</context>
<context>
    <name>calls</name>
    <message>
        <source>No answer</source>
        <translation>無回應</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>狀態碼</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>輸入</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用時</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Show {name}</source>
        <translation>顯示 {name}</translation>
    </message>
    <message>
        <source>Copy the id</source>
        <translation>複製識別碼</translation>
    </message>
    <message>
        <source>It is being stopped already.</source>
        <translation>已經在停止了。</translation>
    </message>
    <message>
        <source>Stop {name}</source>
        <translation>停止 {name}</translation>
    </message>
    <message>
        <source>Run {name} again</source>
        <translation>再次執行 {name}</translation>
    </message>
    <message>
        <source>appearance colours theme</source>
        <translation>外觀 顏色 主題 appearance colours theme</translation>
    </message>
    <message>
        <source>Theme: as the system has it</source>
        <translation>主題：跟隨系統</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>主題：淺色</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>主題：深色</translation>
    </message>
    <message>
        <source>as the system has it</source>
        <translation>依照系統</translation>
    </message>
    <message>
        <source>Language: {name}</source>
        <translation>語言：{name}</translation>
    </message>
    <message>
        <source>Copy the agent&apos;s address</source>
        <translation>複製 Agent 的位址</translation>
    </message>
    <message>
        <source>There is no agent yet.</source>
        <translation>還沒有 Agent。</translation>
    </message>
    <message>
        <source>Open the data directory</source>
        <translation>開啟資料目錄</translation>
    </message>
    <message>
        <source>Open the folder of the agent&apos;s logs</source>
        <translation>開啟 Agent 日誌所在資料夾</translation>
    </message>
    <message>
        <source>It is on another machine.</source>
        <translation>它在另一台機器上。</translation>
    </message>
    <message>
        <source>New training job</source>
        <translation>新建訓練作業</translation>
    </message>
    <message>
        <source>train model epochs</source>
        <translation>訓練 模型 輪次</translation>
    </message>
    <message>
        <source>Build the training image</source>
        <translation>建置訓練映像檔</translation>
    </message>
    <message>
        <source>Load model…</source>
        <translation>載入模型…</translation>
    </message>
    <message>
        <source>serve inference deploy</source>
        <translation>部署 推論 服務</translation>
    </message>
    <message>
        <source>The agent does not answer.</source>
        <translation>Agent 沒有回應。</translation>
    </message>
</context>
<context>
    <name>connection</name>
    <message>
        <source>connected</source>
        <translation>已連線</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>正在連線…</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>遭拒絕</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>沒有回應</translation>
    </message>
    <message>
        <source>Agent running · {address}</source>
        <translation>Agent 執行中 · {address}</translation>
    </message>
    <message>
        <source>Connecting to the agent…</source>
        <translation>正在連線至 Agent…</translation>
    </message>
    <message>
        <source>Refused by {address}</source>
        <translation>遭 {address} 拒絕</translation>
    </message>
    <message>
        <source>No answer from {address}</source>
        <translation>{address} 沒有回應</translation>
    </message>
    <message>
        <source>Stale since {time}: {reason} Trying again.</source>
        <translation>自 {time} 起未更新：{reason} 正在重試。</translation>
    </message>
</context>
<context>
    <name>curves</name>
    <message>
        <source>Loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>準確率</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>驗證損失</translation>
    </message>
    <message>
        <source>Validation accuracy</source>
        <translation>驗證準確率</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>學習率</translation>
    </message>
</context>
<context>
    <name>desktop</name>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Use port {port}</source>
        <translation>使用連接埠 {port}</translation>
    </message>
    <message>
        <source>The agent cannot listen</source>
        <translation>Agent 無法監聽</translation>
    </message>
    <message>
        <source>The agent cannot start</source>
        <translation>Agent 無法啟動</translation>
    </message>
</context>
<context>
    <name>edit_task</name>
    <message>
        <source>Labels and priority of {name}</source>
        <translation>{name} 的標籤與優先順序</translation>
    </message>
    <message>
        <source>A priority is a whole number from {least} to {most}.</source>
        <translation>優先順序是 {least} 到 {most} 的整數。</translation>
    </message>
    <message>
        <source>“{line}” has no name before its “=”.</source>
        <translation>「{line}」的「=」之前沒有名稱。</translation>
    </message>
    <message>
        <source>“{name}” is there twice.</source>
        <translation>「{name}」出現了兩次。</translation>
    </message>
</context>
<context>
    <name>figures</name>
    <message>
        <source>Busiest core: {percent} %</source>
        <translation>最忙的核心：{percent} %</translation>
    </message>
    <message>
        <source>Load over 1, 5 and 15 minutes: {load}</source>
        <translation>1、5、15 分鐘負載：{load}</translation>
    </message>
    <message>
        <source>{count} threads</source>
        <translation>{count} 執行緒</translation>
    </message>
    <message>
        <source>Used: {size} ({percent} %)</source>
        <translation>已用：{size}（{percent} %）</translation>
    </message>
    <message>
        <source>Available: {size}</source>
        <translation>可用：{size}</translation>
    </message>
    <message>
        <source>Swap: {used} of {total}</source>
        <translation>置換空間：{used} / {total}</translation>
    </message>
    <message>
        <source>of {total}</source>
        <translation>共 {total}</translation>
    </message>
    <message>
        <source>No local file system is mounted.</source>
        <translation>沒有掛載本機檔案系統。</translation>
    </message>
    <message>
        <source>of {total} on {mount}</source>
        <translation>共 {total}，位於 {mount}</translation>
    </message>
    <message>
        <source>{mount}: {used} of {total} used</source>
        <translation>{mount}：已用 {used} / {total}</translation>
    </message>
    <message>
        <source>The line: read and written together, now {rate}/s</source>
        <translation>曲線：讀寫合計，目前 {rate}/s</translation>
    </message>
    <message>
        <source>{interface}: {received}/s received, {sent}/s sent</source>
        <translation>{interface}：接收 {received}/s，傳送 {sent}/s</translation>
    </message>
    <message>
        <source>Not measured: {setting} is off in the agent&apos;s configuration.</source>
        <translation>未測量：Agent 設定中 {setting} 已關閉。</translation>
    </message>
</context>
<context>
    <name>images</name>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>For</source>
        <translation>用於</translation>
    </message>
    <message>
        <source>jobs that name none</source>
        <translation>未指定映像檔的作業</translation>
    </message>
    <message>
        <source>Built on</source>
        <translation>基於</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>建立時間</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>建置</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用時</translation>
    </message>
    <message>
        <source>From cache</source>
        <translation>來自快取</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>執行中</translation>
    </message>
    <message>
        <source>Built</source>
        <translation>已建置</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
</context>
<context>
    <name>job_form</name>
    <message>
        <source>Training job</source>
        <translation>訓練作業</translation>
    </message>
    <message>
        <source>Trains a classifier, is tried again when it fails, and goes on from its checkpoint.</source>
        <translation>訓練一個分類器；失敗時自動重試，並從檢查點繼續。</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>A CSV file of the workspace; its last column is the class.</source>
        <translation>工作區中的 CSV 檔案；最後一列是類別。</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>輪次</translation>
    </message>
    <message>
        <source>passes over the data</source>
        <translation>遍歷資料的次數</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批次大小</translation>
    </message>
    <message>
        <source>samples a step</source>
        <translation>每步的樣本數</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>學習率</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Made of the data where it is left empty.</source>
        <translation>留空時由資料名生成。</translation>
    </message>
    <message>
        <source>Runs as</source>
        <translation>執行方式</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>映像檔</translation>
    </message>
    <message>
        <source>The standard one where it is left empty.</source>
        <translation>留空時使用標準映像檔。</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>指令碼</translation>
    </message>
    <message>
        <source>Of your own, in the workspace. It finds EPOCHS, BATCH_SIZE, LEARNING_RATE and DATASET in its environment.</source>
        <translation>工作區中您自己的指令碼。它可從環境變數 EPOCHS、BATCH_SIZE、LEARNING_RATE 和 DATASET 讀取引數。</translation>
    </message>
    <message>
        <source>On GPUs</source>
        <translation>使用 GPU</translation>
    </message>
    <message>
        <source>Which GPUs</source>
        <translation>哪些 GPU</translation>
    </message>
    <message>
        <source>All of them where it is left empty.</source>
        <translation>留空時使用全部。</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>記憶體</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>逾時</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>重試次數</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>優先順序</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>環境變數</translation>
    </message>
    <message>
        <source>A variable a line.</source>
        <translation>每行一個變數。</translation>
    </message>
    <message>
        <source>Log folder</source>
        <translation>日誌資料夾</translation>
    </message>
    <message>
        <source>Of the workspace.</source>
        <translation>相對於工作區。</translation>
    </message>
</context>
<context>
    <name>jobs</name>
    <message>
        <source>Queued</source>
        <translation>排隊中</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>準備中</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>啟動中</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>執行中</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <source>Retrying</source>
        <translation>等待重試</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>輪次</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>準確率</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>嘗試</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩餘時間</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>leaving</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop tasks and quit</source>
        <translation>停止任務並結束</translation>
    </message>
    <message>
        <source>Quit, tasks run on</source>
        <translation>結束，任務繼續執行</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Keep in the tray</source>
        <translation>留在系統匣</translation>
    </message>
    <message>
        <source>Close the window?</source>
        <translation>要關閉視窗嗎？</translation>
    </message>
    <message>
        <source>Quit CNET Console?</source>
        <translation>要結束 CNET Console 嗎？</translation>
    </message>
    <message>
        <source>Do not ask again, except to stop tasks</source>
        <translation>不再詢問，停止任務時除外</translation>
    </message>
    <message>
        <source>In the tray the agent works on and tells when tasks end.</source>
        <translation>在系統匣中，Agent 繼續工作，任務結束時會通知。</translation>
    </message>
    <message>
        <source>In the tray the console tells when tasks end.</source>
        <translation>在系統匣中，任務結束時主控台會通知。</translation>
    </message>
    <message>
        <source>Tasks that run ({count}) go on when you quit: their logs stay complete, and the next start knows how they ended.</source>
        <translation>結束後，執行中的任務（{count} 個）會繼續：日誌保持完整，下次啟動時可得知其結果。</translation>
    </message>
    <message>
        <source>Those that wait or are to be tried again ({count}) go on when CNET does.</source>
        <translation>等待中或待重試的任務（{count} 個）會在 CNET 再次執行時繼續。</translation>
    </message>
</context>
<context>
    <name>marks</name>
    <message>
        <source>{name}, attempt {number}</source>
        <translation>{name}，第 {number} 次嘗試</translation>
    </message>
    <message>
        <source>{name} started · {time}</source>
        <translation>{name} 已開始 · {time}</translation>
    </message>
    <message>
        <source>{name} failed · {time}</source>
        <translation>{name} 失敗 · {time}</translation>
    </message>
    <message>
        <source>{name} failed: {cause} · {time}</source>
        <translation>{name} 失敗：{cause} · {time}</translation>
    </message>
    <message>
        <source>{name} was stopped · {time}</source>
        <translation>{name} 已被停止 · {time}</translation>
    </message>
    <message>
        <source>{name} completed · {time}</source>
        <translation>{name} 已完成 · {time}</translation>
    </message>
    <message>
        <source>{count} earlier ones</source>
        <translation>更早的 {count} 項</translation>
    </message>
</context>
<context>
    <name>merged_log</name>
    <message>
        <source>The search did not work.</source>
        <translation>搜尋未成功。</translation>
    </message>
    <message>
        <source>Nothing is chosen.</source>
        <translation>沒有選擇任何項目。</translation>
    </message>
    <message>
        <source>Choose at the left whose lines to show.</source>
        <translation>請在左側選擇要顯示誰的行。</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜尋…</translation>
    </message>
    <message>
        <source>Reading the logs…</source>
        <translation>正在讀取日誌…</translation>
    </message>
    <message>
        <source>No line was found.</source>
        <translation>沒有找到行。</translation>
    </message>
    <message>
        <source>There are no lines yet.</source>
        <translation>還沒有行。</translation>
    </message>
    <message>
        <source>All of these tasks have ended.</source>
        <translation>這些任務都已結束。</translation>
    </message>
    <message>
        <source>{name}: {lost} lines were skipped.</source>
        <translation>{name}：略過了 {lost} 行。</translation>
    </message>
    <message>
        <source>{name}: the agent does not answer; the log goes on.</source>
        <translation>{name}：Agent 沒有回應；恢復後日誌會繼續。</translation>
    </message>
    <message>
        <source>Earlier lines are not shown; choose fewer sources for them.</source>
        <translation>未顯示更早的行；請減少所選來源。</translation>
    </message>
    <message>
        <source>These are all that were found.</source>
        <translation>已顯示全部結果。</translation>
    </message>
    <message>
        <source>These are the newest that were found.</source>
        <translation>已顯示最新的結果。</translation>
    </message>
</context>
<context>
    <name>model_actions</name>
    <message>
        <source>Stop {name}?</source>
        <translation>要停止 {name} 嗎？</translation>
    </message>
    <message>
        <source>What it computes now is answered; later requests are refused until it is started again. It stays registered.</source>
        <translation>正在計算的請求會得到回答；之後的請求會被拒絕，直到重新啟動。它仍保持註冊。</translation>
    </message>
    <message>
        <source>Keep serving</source>
        <translation>繼續服務</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>要移除 {name} 嗎？</translation>
    </message>
    <message>
        <source>All its versions are forgotten, with their logs and with files that were copied from tasks. Files of the workspace stay.</source>
        <translation>它的所有版本及其記錄、從任務複製的檔案都會被刪除。工作區中的檔案會保留。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove version {version} of {name}?</source>
        <translation>移除 {name} 的版本 {version}？</translation>
    </message>
    <message>
        <source>It is unloaded and forgotten; nothing leads back to it.</source>
        <translation>它會被卸載並刪除，無法再還原到它。</translation>
    </message>
</context>
<context>
    <name>model_form</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>It is loaded beside those that are served, and takes over once it is warmed up.</source>
        <translation>它會在目前版本旁邊載入，預熱後接管請求。</translation>
    </message>
    <message>
        <source>It is loaded in a process of its own, and takes requests once it is warmed up.</source>
        <translation>它會在獨立行程中載入，預熱後開始接收請求。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Clients ask for it by this: letters, digits, dots, dashes.</source>
        <translation>用戶端用這個名稱呼叫：字母、數字、點和連字號。</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>From</source>
        <translation>來自</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>joblib, skops, ONNX, TorchScript, Keras, SavedModel or TFLite, in the workspace.</source>
        <translation>工作區中的 joblib、skops、ONNX、TorchScript、Keras、SavedModel 或 TFLite 檔案。</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>指令碼</translation>
    </message>
    <message>
        <source>Of your own, with load(path) and predict(model, rows).</source>
        <translation>自己的指令碼，包含 load(path) 和 predict(model, rows)。</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任務</translation>
    </message>
    <message>
        <source>The id of a finished task or training job.</source>
        <translation>已完成的任務或訓練工作的 ID。</translation>
    </message>
    <message>
        <source>Its file</source>
        <translation>它的檔案</translation>
    </message>
    <message>
        <source>Its only model where it is left empty.</source>
        <translation>留空則使用其唯一的模型。</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>It has it for itself for as long as it is served.</source>
        <translation>服務期間由它獨佔。</translation>
    </message>
    <message>
        <source>Takes over once it is loaded</source>
        <translation>載入後接管請求</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>記憶體</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>核心</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Script that loads it</source>
        <translation>載入它的指令碼</translation>
    </message>
    <message>
        <source>Only where the file alone does not do.</source>
        <translation>僅在單靠檔案不夠時需要。</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>套件</translation>
    </message>
    <message>
        <source>One a line; the usual ones where it is left empty.</source>
        <translation>每行一個；留空則使用常用的套件。</translation>
    </message>
    <message>
        <source>Processes at least</source>
        <translation>最少行程數</translation>
    </message>
    <message>
        <source>Processes at most</source>
        <translation>最多行程數</translation>
    </message>
    <message>
        <source>More are started while requests wait.</source>
        <translation>請求排隊時會啟動更多行程。</translation>
    </message>
    <message>
        <source>Unload after</source>
        <translation>閒置後卸載</translation>
    </message>
    <message>
        <source>never</source>
        <translation>永不</translation>
    </message>
    <message>
        <source>So long without a request; the next one loads it.</source>
        <translation>超過該時間沒有請求則卸載，下一個請求會重新載入。</translation>
    </message>
    <message>
        <source>Input to warm up with</source>
        <translation>預熱輸入</translation>
    </message>
    <message>
        <source>As JSON; it is predicted before it takes requests.</source>
        <translation>JSON 格式；在接收請求之前先預測一次。</translation>
    </message>
    <message>
        <source>Rows a batch</source>
        <translation>每批列數</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>環境</translation>
    </message>
    <message>
        <source>A variable a line.</source>
        <translation>每行一個變數。</translation>
    </message>
    <message>
        <source>{line} is no variable: write NAME=value</source>
        <translation>{line} 不是變數：請寫成 NAME=value</translation>
    </message>
    <message>
        <source>This is not JSON: {why}</source>
        <translation>這不是 JSON：{why}</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>Running</source>
        <translation>執行中</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>載入中</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>{share} % of {count} calls</source>
        <translation>{count} 次呼叫的 {share}%</translation>
    </message>
    <message>
        <source>{used} of {total}</source>
        <translation>{used} / {total}</translation>
    </message>
    <message>
        <source>1 column</source>
        <translation>1 欄</translation>
    </message>
    <message>
        <source>{count} columns</source>
        <translation>{count} 欄</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>記憶體</translation>
    </message>
    <message>
        <source>Requests/s</source>
        <translation>請求/秒</translation>
    </message>
    <message>
        <source>p95 latency</source>
        <translation>p95 延遲</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>建立時間</translation>
    </message>
    <message>
        <source>{now} % now, {then} % once it is loaded</source>
        <translation>現在 {now}%，載入後 {then}%</translation>
    </message>
    <message>
        <source>{now} % of the requests</source>
        <translation>{now}% 的請求</translation>
    </message>
</context>
<context>
    <name>next_steps</name>
    <message>
        <source>Predict {value}</source>
        <translation>預測 {value}</translation>
    </message>
</context>
<context>
    <name>node_words</name>
    <message>
        <source>CPU cores: {count}</source>
        <translation>CPU 核心數：{count}</translation>
    </message>
    <message>
        <source>memory: {size}</source>
        <translation>記憶體：{size}</translation>
    </message>
    <message>
        <source>free disk: {size}</source>
        <translation>可用磁碟：{size}</translation>
    </message>
    <message>
        <source>GPUs: {count}</source>
        <translation>GPU 數：{count}</translation>
    </message>
    <message>
        <source>The node has {parts}.</source>
        <translation>節點有 {parts}。</translation>
    </message>
</context>
<context>
    <name>outlook</name>
    <message>
        <source>Asking what would happen…</source>
        <translation>正在詢問會發生什麼…</translation>
    </message>
    <message>
        <source>What you typed stays; it can be run when the agent answers.</source>
        <translation>您輸入的內容會保留；Agent 回應後即可執行。</translation>
    </message>
    <message>
        <source>Still to be filled in: {fields}</source>
        <translation>還需填寫：{fields}</translation>
    </message>
    <message>
        <source>{field}: {problem}</source>
        <translation>{field}：{problem}</translation>
    </message>
    <message>
        <source>Wrong as well: {fields}</source>
        <translation>同樣有誤：{fields}</translation>
    </message>
    <message>
        <source>Held by {tasks}</source>
        <translation>被 {tasks} 佔用</translation>
    </message>
    <message>
        <source>Choose another kind of task, or another node.</source>
        <translation>請選擇其他類型的任務，或其他節點。</translation>
    </message>
    <message>
        <source>Try again when some tasks have ended.</source>
        <translation>等一些任務結束後再試。</translation>
    </message>
    <message>
        <source>Choose a folder that is there, or make it first.</source>
        <translation>請選擇已有的資料夾，或先建立它。</translation>
    </message>
    <message>
        <source>Put what follows the program under its arguments.</source>
        <translation>程式之後的內容請放在引數中。</translation>
    </message>
    <message>
        <source>Give its whole path, or install it where the agent finds it.</source>
        <translation>請給出完整路徑，或將其安裝在 Agent 找得到的地方。</translation>
    </message>
</context>
<context>
    <name>parts</name>
    <message>
        <source>What</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Core</source>
        <translation>核心</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用率</translation>
    </message>
    <message>
        <source>Mounted at</source>
        <translation>掛載於</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>裝置</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>已用</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>讀取</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>寫入</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>介面</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>位址</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>傳送</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation>已用記憶體</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>記憶體</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>溫度</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>處理器</translation>
    </message>
    <message>
        <source>{cores} cores, {threads} threads</source>
        <translation>{cores} 核心，{threads} 執行緒</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>核心</translation>
    </message>
    <message>
        <source>Use of all cores</source>
        <translation>全部核心使用率</translation>
    </message>
    <message>
        <source>Load over 1, 5 and 15 minutes</source>
        <translation>1、5、15 分鐘負載</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>置換空間</translation>
    </message>
    <message>
        <source>Swap used</source>
        <translation>已用置換空間</translation>
    </message>
    <message>
        <source>Reserved by tasks</source>
        <translation>任務保留</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>節點</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>主機名稱</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系統</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>核心版本</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Agent runs since</source>
        <translation>Agent 啟動於</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>位址</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>工作區</translation>
    </message>
    <message>
        <source>Data directory</source>
        <translation>資料目錄</translation>
    </message>
    <message>
        <source>{cpu} cores, {memory} of memory</source>
        <translation>{cpu} 核心，{memory} 記憶體</translation>
    </message>
    <message>
        <source>up</source>
        <translation>已啟用</translation>
    </message>
    <message>
        <source>down</source>
        <translation>已停用</translation>
    </message>
</context>
<context>
    <name>places</name>
    <message>
        <source>Workspace</source>
        <translation>工作區</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>儀表板</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任務</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>日誌</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系統</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
</context>
<context>
    <name>preset_words</name>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Long text</source>
        <translation>長文字</translation>
    </message>
    <message>
        <source>Whole number</source>
        <translation>整數</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>數字</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>選項</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>時長</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>多行</translation>
    </message>
</context>
<context>
    <name>presets</name>
    <message>
        <source>automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>container</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>process</source>
        <translation>行程</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>a script</source>
        <translation>指令碼</translation>
    </message>
    <message>
        <source>a finished task</source>
        <translation>已完成的任務</translation>
    </message>
    <message>
        <source>no GPU</source>
        <translation>無</translation>
    </message>
    <message>
        <source>any GPU</source>
        <translation>任意</translation>
    </message>
</context>
<context>
    <name>probing</name>
    <message>
        <source>This token does not let you in: {reason}</source>
        <translation>此權杖不允許您進入：{reason}</translation>
    </message>
    <message>
        <source>The agent does not know this token.</source>
        <translation>Agent 不認得此權杖。</translation>
    </message>
    <message>
        <source>This agent needs a token. Its administrator&apos;s lies in the file “token” of its data directory.</source>
        <translation>此 Agent 需要權杖。管理員權杖位於其資料目錄的「token」檔案中。</translation>
    </message>
    <message>
        <source>Nothing listens at {address}. Does the agent run, and on this port?</source>
        <translation>{address} 處沒有程式監聽。Agent 是否在執行，連接埠是否正確？</translation>
    </message>
    <message>
        <source>{address} does not answer in time. Is the machine on, and does its firewall let you in?</source>
        <translation>{address} 未及時回應。機器是否已開機，防火牆是否允許您存取？</translation>
    </message>
    <message>
        <source>No machine of that name is known here: {address}.</source>
        <translation>這裡找不到該名稱的機器：{address}。</translation>
    </message>
    <message>
        <source>The certificate of {address} is not one that this computer trusts. Give the agent one that is, or reach it through a tunnel: ssh -L 8081:127.0.0.1:8080 …, then connect to localhost:8081.</source>
        <translation>這台電腦不信任 {address} 的憑證。請為 Agent 換上受信任的憑證，或透過通道存取：ssh -L 8081:127.0.0.1:8080 …，然後連線至 localhost:8081。</translation>
    </message>
    <message>
        <source>{address} does not speak TLS. For plain HTTP write http:// before it.</source>
        <translation>{address} 不支援 TLS。若用明文 HTTP，請在前面加上 http://。</translation>
    </message>
    <message>
        <source>{address} does not answer plain HTTP. Agents beyond their own machine speak TLS: write https:// before it.</source>
        <translation>{address} 不回應明文 HTTP。本機以外的 Agent 使用 TLS：請在前面加上 https://。</translation>
    </message>
    <message>
        <source>What answers at {address} is not a CNET agent.</source>
        <translation>{address} 處回應的不是 CNET Agent。</translation>
    </message>
</context>
<context>
    <name>question</name>
    <message>
        <source>Keep editing</source>
        <translation>繼續編輯</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>捨棄</translation>
    </message>
</context>
<context>
    <name>roles</name>
    <message>
        <source>Administrate</source>
        <translation>管理</translation>
    </message>
    <message>
        <source>Operate</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>讀取</translation>
    </message>
    <message>
        <source>May do everything: settings, tokens and the audit log too.</source>
        <translation>可做一切：包括設定、權杖與稽核日誌。</translation>
    </message>
    <message>
        <source>May run and stop tasks, which means any program.</source>
        <translation>可執行與停止任務，即任何程式。</translation>
    </message>
    <message>
        <source>May look at tasks, logs and figures, and change nothing.</source>
        <translation>可檢視任務、日誌與數據，不能變更。</translation>
    </message>
</context>
<context>
    <name>row_actions</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Run {name} again</source>
        <translation>再次執行 {name}</translation>
    </message>
    <message>
        <source>Stop {name}</source>
        <translation>停止 {name}</translation>
    </message>
</context>
<context>
    <name>save_chart</name>
    <message>
        <source>Save as PNG</source>
        <translation>儲存為 PNG</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>儲存為 CSV</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>It could not be saved: {error}.</source>
        <translation>無法儲存：{error}。</translation>
    </message>
</context>
<context>
    <name>save_file</name>
    <message>
        <source>Replace {name}?</source>
        <translation>要取代 {name} 嗎？</translation>
    </message>
    <message>
        <source>There is a file of this name in {folder}.</source>
        <translation>{folder} 中已有同名檔案。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>取代</translation>
    </message>
</context>
<context>
    <name>save_log</name>
    <message>
        <source>Saving… {size}</source>
        <translation>正在儲存… {size}</translation>
    </message>
    <message>
        <source>The log could not be saved: {reason}</source>
        <translation>無法儲存日誌：{reason}</translation>
    </message>
    <message>
        <source>Saved {size} as {path}</source>
        <translation>已將 {size} 儲存為 {path}</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>儲存日誌</translation>
    </message>
</context>
<context>
    <name>save_preset</name>
    <message>
        <source>help</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Label of {value}</source>
        <translation>{value} 的標籤</translation>
    </message>
    <message>
        <source>Type of {value}</source>
        <translation>{value} 的類型</translation>
    </message>
    <message>
        <source>Help for {value}</source>
        <translation>{value} 的說明</translation>
    </message>
    <message>
        <source>A preset keeps no secret; it is asked for each time.</source>
        <translation>預設集不保存機密；每次都會詢問。</translation>
    </message>
    <message>
        <source>Argument {number}</source>
        <translation>引數 {number}</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>about version licences diagnostics documentation</source>
        <translation>關於 版本 授權 診斷 文件 about version licences diagnostics documentation</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>節點</translation>
    </message>
    <message>
        <source>What is measured</source>
        <translation>測量內容</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>佇列</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>Jobs that name nothing else</source>
        <translation>作業的預設值</translation>
    </message>
    <message>
        <source>Containers</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>Log of the agent</source>
        <translation>Agent 的日誌</translation>
    </message>
    <message>
        <source>This connection</source>
        <translation>此連線</translation>
    </message>
    <message>
        <source>address version system data directory workspace</source>
        <translation>位址 版本 系統 資料目錄 工作區 address version system data directory workspace</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>位址</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系統</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>工作區</translation>
    </message>
    <message>
        <source>Data directory</source>
        <translation>資料目錄</translation>
    </message>
    <message>
        <source>Running since</source>
        <translation>啟動時間</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>稽核日誌</translation>
    </message>
    <message>
        <source>What was asked of the agent and what it did by itself, newest first.</source>
        <translation>對 Agent 的請求及其自行執行的動作，最新的在前。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>誰</translation>
    </message>
    <message>
        <source>What</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Nothing that fits.</source>
        <translation>沒有符合的內容。</translation>
    </message>
    <message>
        <source>Whose entries</source>
        <translation>誰的項目</translation>
    </message>
    <message>
        <source>local, or a token&apos;s name</source>
        <translation>local 或權杖名稱</translation>
    </message>
    <message>
        <source>Show earlier ones</source>
        <translation>顯示更早的</translation>
    </message>
    <message>
        <source>These are all.</source>
        <translation>已全部顯示。</translation>
    </message>
    <message>
        <source>The agent answers no more at a time.</source>
        <translation>Agent 一次最多傳回這麼多。</translation>
    </message>
    <message>
        <source>Shown: {count}</source>
        <translation>已顯示：{count}</translation>
    </message>
    <message>
        <source>Own program</source>
        <translation>自己的程式</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理員</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Cached environments</source>
        <translation>快取的環境</translation>
    </message>
    <message>
        <source>Made once for scripts that declare their packages, and shared by tasks.</source>
        <translation>為宣告了相依套件的指令碼建置一次，由各任務共用。</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>套件</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>No open task uses it</source>
        <translation>沒有未結束的任務使用它</translation>
    </message>
    <message>
        <source>Last use</source>
        <translation>上次使用</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>None yet. A script that declares its packages gets one on its first run.</source>
        <translation>還沒有。宣告了相依套件的指令碼首次執行時會取得一個。</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Remove all unused…</source>
        <translation>移除所有未使用的…</translation>
    </message>
    <message>
        <source>There is none that no task uses.</source>
        <translation>沒有未被任務使用的環境。</translation>
    </message>
    <message>
        <source>In use by {task}.</source>
        <translation>正被 {task} 使用。</translation>
    </message>
    <message>
        <source>In all: {count}, {size}</source>
        <translation>共計：{count} 個，{size}</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 個</translation>
    </message>
    <message>
        <source>Remove cached environments?</source>
        <translation>要移除快取的環境嗎？</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Frees {size}. Made again when a task needs one.</source>
        <translation>釋放 {size}。任務需要時會重新建置。</translation>
    </message>
    <message>
        <source>Where the agent listens</source>
        <translation>Agent 的監聽位置</translation>
    </message>
    <message>
        <source>Who is trusted</source>
        <translation>信任誰</translation>
    </message>
    <message>
        <source>Left behind</source>
        <translation>遺留物</translation>
    </message>
    <message>
        <source>Processes and folders of agents that ended without tidying up.</source>
        <translation>未清理就結束的 Agent 留下的行程與資料夾。</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Goes by itself</source>
        <translation>會自行消失</translation>
    </message>
    <message>
        <source>Nothing was left behind.</source>
        <translation>沒有遺留物。</translation>
    </message>
    <message>
        <source>Not certainly dead, so that somebody must decide.</source>
        <translation>無法確定已終止，因此需由人決定。</translation>
    </message>
    <message>
        <source>The process and all that it started are ended.</source>
        <translation>該行程及其啟動的一切都會被結束。</translation>
    </message>
    <message>
        <source>It cannot be brought back.</source>
        <translation>無法復原。</translation>
    </message>
    <message>
        <source>Remove “{what}”?</source>
        <translation>要移除「{what}」嗎？</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>Unused environments</source>
        <translation>未使用的環境</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Finished tasks</source>
        <translation>已結束的任務</translation>
    </message>
    <message>
        <source>What it takes</source>
        <translation>佔用情況</translation>
    </message>
    <message>
        <source>size disk space free tasks logs</source>
        <translation>大小 磁碟 空間 可用 任務 日誌 size disk space free tasks logs</translation>
    </message>
    <message>
        <source>Trusted</source>
        <translation>信任</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>權杖</translation>
    </message>
    <message>
        <source>Best available</source>
        <translation>最佳可用方式</translation>
    </message>
    <message>
        <source>Watching</source>
        <translation>監看</translation>
    </message>
    <message>
        <source>Debug</source>
        <translation>除錯</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>資訊</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>錯誤</translation>
    </message>
    <message>
        <source>Node name</source>
        <translation>節點名稱</translation>
    </message>
    <message>
        <source>What this node is called in lists.</source>
        <translation>此節點在清單中的名稱。</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>主機名稱</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>區域</translation>
    </message>
    <message>
        <source>Where the node is, in the large.</source>
        <translation>節點所在的大範圍。</translation>
    </message>
    <message>
        <source>Data centre</source>
        <translation>資料中心</translation>
    </message>
    <message>
        <source>Where the node is, in the small.</source>
        <translation>節點所在的小範圍。</translation>
    </message>
    <message>
        <source>The folder where relative paths of tasks start.</source>
        <translation>任務相對路徑的起點資料夾。</translation>
    </message>
    <message>
        <source>CNET in the home folder</source>
        <translation>家目錄中的 CNET</translation>
    </message>
    <message>
        <source>Where the agent keeps tasks, logs and environments.</source>
        <translation>Agent 存放任務、日誌與環境的位置。</translation>
    </message>
    <message>
        <source>The user&apos;s own</source>
        <translation>使用者自己的</translation>
    </message>
    <message>
        <source>Where to listen. Beyond this machine with TLS and tokens.</source>
        <translation>監聽位址。對本機以外使用 TLS 與權杖。</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>連接埠</translation>
    </message>
    <message>
        <source>0 takes a free one.</source>
        <translation>0 表示使用閒置的連接埠。</translation>
    </message>
    <message>
        <source>Own programs on this machine</source>
        <translation>本機上自己的程式</translation>
    </message>
    <message>
        <source>Whether they are trusted without a token.</source>
        <translation>是否無需權杖即信任它們。</translation>
    </message>
    <message>
        <source>Plain HTTP beyond this machine</source>
        <translation>對本機以外使用明文 HTTP</translation>
    </message>
    <message>
        <source>Without TLS, everybody on the way can read and change all.</source>
        <translation>沒有 TLS，途中任何人都能讀取並竄改一切。</translation>
    </message>
    <message>
        <source>Time between samples</source>
        <translation>取樣間隔</translation>
    </message>
    <message>
        <source>Such as 1s or 10s. Shorter is finer, and costs more.</source>
        <translation>例如 1s 或 10s。越短越細，負擔也越大。</translation>
    </message>
    <message>
        <source>Measure the processor</source>
        <translation>測量處理器</translation>
    </message>
    <message>
        <source>Measure memory and swap</source>
        <translation>測量記憶體與置換空間</translation>
    </message>
    <message>
        <source>Measure disks</source>
        <translation>測量磁碟</translation>
    </message>
    <message>
        <source>Measure network interfaces</source>
        <translation>測量網路介面</translation>
    </message>
    <message>
        <source>Tasks at a time</source>
        <translation>同時執行的任務數</translation>
    </message>
    <message>
        <source>More wait in the queue until one has ended.</source>
        <translation>更多任務在佇列中等待，直到有任務結束。</translation>
    </message>
    <message>
        <source>Tasks that may wait</source>
        <translation>可等待的任務數</translation>
    </message>
    <message>
        <source>Beyond them, new tasks are refused.</source>
        <translation>超出後，新任務會遭拒絕。</translation>
    </message>
    <message>
        <source>Default timeout</source>
        <translation>預設逾時</translation>
    </message>
    <message>
        <source>For tasks that name none. Such as 30m or 2h.</source>
        <translation>用於未指定逾時的任務。例如 30m 或 2h。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Limits are enforced by</source>
        <translation>限制的執行方式</translation>
    </message>
    <message>
        <source>Control groups hold hard; watching stops what is over.</source>
        <translation>控制群組為硬性限制；監看會停止超限的任務。</translation>
    </message>
    <message>
        <source>Python for tasks</source>
        <translation>任務使用的 Python</translation>
    </message>
    <message>
        <source>Runs Python scripts, and environments are built on it.</source>
        <translation>執行 Python 指令碼，環境也以它建置。</translation>
    </message>
    <message>
        <source>The first python3 on the path</source>
        <translation>PATH 中的第一個 python3</translation>
    </message>
    <message>
        <source>Keep unused environments for</source>
        <translation>未使用環境的保留時間</translation>
    </message>
    <message>
        <source>Such as 90d; then they are removed.</source>
        <translation>例如 90d；之後會被移除。</translation>
    </message>
    <message>
        <source>Room that stays free</source>
        <translation>保留的可用空間</translation>
    </message>
    <message>
        <source>New tasks are refused below it; at most 5 % of the disk.</source>
        <translation>低於此值時拒絕新任務；最多為磁碟的 5 %。</translation>
    </message>
    <message>
        <source>Remove old finished tasks</source>
        <translation>移除舊的已結束任務</translation>
    </message>
    <message>
        <source>By the rules below, and unused environments as well.</source>
        <translation>依照下面的規則，未使用的環境也一併移除。</translation>
    </message>
    <message>
        <source>Finished tasks to keep</source>
        <translation>保留的已結束任務數</translation>
    </message>
    <message>
        <source>The oldest beyond them are removed with their logs.</source>
        <translation>超出的最舊任務會連同日誌一起移除。</translation>
    </message>
    <message>
        <source>Keep finished tasks for</source>
        <translation>已結束任務的保留時間</translation>
    </message>
    <message>
        <source>Such as 12h or 30d.</source>
        <translation>例如 12h 或 30d。</translation>
    </message>
    <message>
        <source>Room for finished tasks</source>
        <translation>已結束任務的空間</translation>
    </message>
    <message>
        <source>Such as 10 GB. 0 is a quarter of the disk.</source>
        <translation>例如 10 GB。0 表示磁碟的四分之一。</translation>
    </message>
    <message>
        <source>Least level on the terminal</source>
        <translation>終端機上的最低層級</translation>
    </message>
    <message>
        <source>The file takes everything, Debug as well.</source>
        <translation>檔案記錄全部，包括除錯。</translation>
    </message>
    <message>
        <source>Size of a log file</source>
        <translation>日誌檔案大小</translation>
    </message>
    <message>
        <source>Then the next one begins. Such as 10 MB.</source>
        <translation>之後開始下一個檔案。例如 10 MB。</translation>
    </message>
    <message>
        <source>Earlier log files to keep</source>
        <translation>保留的舊日誌檔案數</translation>
    </message>
    <message>
        <source>Keep earlier log files for</source>
        <translation>舊日誌檔案的保留時間</translation>
    </message>
    <message>
        <source>Such as 7d.</source>
        <translation>例如 7d。</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>映像檔</translation>
    </message>
    <message>
        <source>Jobs run in it where it is on this node.</source>
        <translation>本節點上有該映像檔時，作業在其中執行。</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>重試次數</translation>
    </message>
    <message>
        <source>How often a job that failed is tried again.</source>
        <translation>失敗的作業最多重試幾次。</translation>
    </message>
    <message>
        <source>Timeout of a job</source>
        <translation>作業逾時</translation>
    </message>
    <message>
        <source>An attempt that takes longer is stopped.</source>
        <translation>超過此時間的嘗試會被停止。</translation>
    </message>
    <message>
        <source>Memory of a job</source>
        <translation>作業記憶體</translation>
    </message>
    <message>
        <source>At most so much; nothing is reserved for it.</source>
        <translation>最多使用這麼多；不會預留。</translation>
    </message>
    <message>
        <source>Jobs that may wait</source>
        <translation>可排隊的作業數</translation>
    </message>
    <message>
        <source>More are refused until some have started.</source>
        <translation>超出的作業會被拒絕，直到有作業啟動。</translation>
    </message>
    <message>
        <source>Folder of training logs</source>
        <translation>訓練日誌資料夾</translation>
    </message>
    <message>
        <source>Of the workspace, unless it is a whole path.</source>
        <translation>相對於工作區，除非是絕對路徑。</translation>
    </message>
    <message>
        <source>Containers may have all rights</source>
        <translation>允許特權容器</translation>
    </message>
    <message>
        <source>Such a container may do on the node what root may.</source>
        <translation>這樣的容器在節點上擁有 root 的全部權限。</translation>
    </message>
    <message>
        <source>Folders that containers may see</source>
        <translation>容器可見的資料夾</translation>
    </message>
    <message>
        <source>Beside the workspace; one a line.</source>
        <translation>工作區之外的資料夾；每行一個。</translation>
    </message>
    <message>
        <source>only the workspace</source>
        <translation>僅工作區</translation>
    </message>
    <message>
        <source>Second port</source>
        <translation>第二連接埠</translation>
    </message>
    <message>
        <source>On this machine only, for clients of the training service. 0: none.</source>
        <translation>僅限本機，供訓練服務的用戶端使用。0：無。</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>權杖</translation>
    </message>
    <message>
        <source>For programs and consoles elsewhere: what each may do, until it is revoked.</source>
        <translation>供別處的程式與主控台使用：各自的權限，直到被撤銷。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>建立時間</translation>
    </message>
    <message>
        <source>None yet. Programs of your own on this machine need none.</source>
        <translation>還沒有。本機上您自己的程式不需要權杖。</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>撤銷…</translation>
    </message>
    <message>
        <source>New token…</source>
        <translation>新增權杖…</translation>
    </message>
    <message>
        <source>Revoke the token “{name}”?</source>
        <translation>要撤銷權杖「{name}」嗎？</translation>
    </message>
    <message>
        <source>Whoever uses it is refused at once, and what it has open is closed.</source>
        <translation>使用它的任何一方會立即遭拒絕，已開啟的連線會關閉。</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>撤銷</translation>
    </message>
</context>
<context>
    <name>shortcuts</name>
    <message>
        <source>Pages</source>
        <translation>頁面</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>任何位置</translation>
    </message>
    <message>
        <source>Where they are</source>
        <translation>所在之處</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Back to where you were</source>
        <translation>返回上一處</translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation>再次前進</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>搜尋或執行命令</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>新增任務</translation>
    </message>
    <message>
        <source>Nodes and connections</source>
        <translation>節點與連線</translation>
    </message>
    <message>
        <source>Ask the agent anew</source>
        <translation>重新詢問 Agent</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Send a message away</source>
        <translation>關閉訊息</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>鍵盤快速鍵</translation>
    </message>
    <message>
        <source>Quit the console</source>
        <translation>結束主控台</translation>
    </message>
    <message>
        <source>Search this page</source>
        <translation>在此頁搜尋</translation>
    </message>
    <message>
        <source>Next match, backwards with Shift</source>
        <translation>下一個相符，加 Shift 反向</translation>
    </message>
    <message>
        <source>Search all logs</source>
        <translation>搜尋全部日誌</translation>
    </message>
    <message>
        <source>Run the new task</source>
        <translation>執行新任務</translation>
    </message>
</context>
<context>
    <name>spec_form</name>
    <message>
        <source>Exit code</source>
        <translation>結束代碼</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>訊號</translation>
    </message>
    <message>
        <source>Out of memory</source>
        <translation>記憶體不足</translation>
    </message>
    <message>
        <source>Out of time</source>
        <translation>逾時</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>已遺失</translation>
    </message>
    <message>
        <source>No Python environment</source>
        <translation>沒有 Python 環境</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>無限制</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>what the command runs</source>
        <translation>由命令內容得出</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>a program, such as python3</source>
        <translation>程式，例如 python3</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>引數</translation>
    </message>
    <message>
        <source>One a line; quotes as in a shell.</source>
        <translation>每行一個；引號用法同 shell。</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>Could not be started</source>
        <translation>無法啟動</translation>
    </message>
    <message>
        <source>No image</source>
        <translation>沒有映像檔</translation>
    </message>
    <message>
        <source>the image&apos;s own</source>
        <translation>映像檔自帶的</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>映像檔</translation>
    </message>
    <message>
        <source>such as python:3.12-slim</source>
        <translation>例如 python:3.12-slim</translation>
    </message>
    <message>
        <source>Pull the image</source>
        <translation>拉取映像檔</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>連接埠</translation>
    </message>
    <message>
        <source>One a line: 8080:80. Only this machine can reach it unless an address stands before: 0.0.0.0:8080:80.</source>
        <translation>每行一個：8080:80。只有本機能存取，除非前面寫明位址：0.0.0.0:8080:80。</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>One a line: data:/data, or data:/data:ro to read only.</source>
        <translation>每行一個：data:/data；唯讀則寫 data:/data:ro。</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>網路</translation>
    </message>
    <message>
        <source>none: it reaches nobody.</source>
        <translation>none：無法存取任何網路。</translation>
    </message>
    <message>
        <source>User</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>Shared memory</source>
        <translation>共享記憶體</translation>
    </message>
    <message>
        <source>All rights</source>
        <translation>全部權限</translation>
    </message>
    <message>
        <source>It may do on the node what root may.</source>
        <translation>它在節點上擁有與 root 相同的權限。</translation>
    </message>
    <message>
        <source>the workspace</source>
        <translation>工作區</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>變數</translation>
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
        <source>Disk</source>
        <translation>磁碟</translation>
    </message>
    <message>
        <source>What the task may write into its own directory.</source>
        <translation>任務可寫入自身目錄的資料量。</translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>GPU 數</translation>
    </message>
    <message>
        <source>Which GPUs</source>
        <translation>哪些 GPU</translation>
    </message>
    <message>
        <source>Their UUIDs, one a line; any where it is left empty.</source>
        <translation>GPU 的 UUID，每行一個；留空表示任意。</translation>
    </message>
    <message>
        <source>Memory cap</source>
        <translation>記憶體上限</translation>
    </message>
    <message>
        <source>A limit that reserves nothing of the node.</source>
        <translation>不在節點上預留記憶體的限制。</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>行程</translation>
    </message>
    <message>
        <source>Processes and threads together.</source>
        <translation>行程與執行緒合計。</translation>
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
        <source>First wait</source>
        <translation>首次等待</translation>
    </message>
    <message>
        <source>Before the first retry.</source>
        <translation>第一次重試之前。</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>倍數</translation>
    </message>
    <message>
        <source>Each wait is longer by it.</source>
        <translation>每次等待按此倍數延長。</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>最長等待</translation>
    </message>
    <message>
        <source>No wait is longer.</source>
        <translation>等待不會超過此值。</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>抖動</translation>
    </message>
    <message>
        <source>The share of a wait that varies, from 0 to 1.</source>
        <translation>等待時間中隨機變化的比例，0 到 1。</translation>
    </message>
    <message>
        <source>Retry after</source>
        <translation>何時重試</translation>
    </message>
    <message>
        <source>Exit codes</source>
        <translation>結束代碼</translation>
    </message>
    <message>
        <source>If given, only these are retried.</source>
        <translation>若填寫，則只重試這些。</translation>
    </message>
    <message>
        <source>all but 0</source>
        <translation>除 0 外全部</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>優先順序</translation>
    </message>
    <message>
        <source>from -100 to 100; higher runs earlier</source>
        <translation>-100 到 100；越高越先執行</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>套件</translation>
    </message>
    <message>
        <source>One a line, as in a requirements file.</source>
        <translation>每行一個，寫法同 requirements 檔案。</translation>
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
        <source>Grace</source>
        <translation>寬限時間</translation>
    </message>
    <message>
        <source>then it is killed</source>
        <translation>之後強制終止</translation>
    </message>
</context>
<context>
    <name>spec_summary</name>
    <message>
        <source>CPU cores: {count:g}</source>
        <translation>CPU 核心數：{count:g}</translation>
    </message>
    <message>
        <source>memory: {size}</source>
        <translation>記憶體：{size}</translation>
    </message>
    <message>
        <source>disk: {size}</source>
        <translation>磁碟：{size}</translation>
    </message>
    <message>
        <source>GPUs: {count}</source>
        <translation>GPU 數：{count}</translation>
    </message>
    <message>
        <source>timeout: {time}</source>
        <translation>逾時：{time}</translation>
    </message>
    <message>
        <source>retries: {count}</source>
        <translation>重試次數：{count}</translation>
    </message>
</context>
<context>
    <name>stop_task</name>
    <message>
        <source>Stop {count} tasks?</source>
        <translation>要停止 {count} 個任務嗎？</translation>
    </message>
    <message>
        <source>Each is asked to end, and killed when its time for that is over. The logs are kept.</source>
        <translation>會先請每個任務結束，到時仍未結束則強制終止。日誌會保留。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>全部停止</translation>
    </message>
    <message>
        <source>Stop {name}?</source>
        <translation>要停止 {name} 嗎？</translation>
    </message>
    <message>
        <source>It has been running for {time}. It is asked to end, and killed after {grace}. Its log is kept.</source>
        <translation>它已執行 {time}。會先請它結束，{grace} 後仍未結束則強制終止。日誌會保留。</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>繼續執行</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Kill {count} tasks?</source>
        <translation>要強制終止 {count} 個任務嗎？</translation>
    </message>
    <message>
        <source>What they have not saved is lost.</source>
        <translation>未儲存的內容會遺失。</translation>
    </message>
    <message>
        <source>Kill {name}?</source>
        <translation>要強制終止 {name} 嗎？</translation>
    </message>
    <message>
        <source>It was asked to end, and has up to {grace} for that. What it has not saved is lost.</source>
        <translation>已請它結束，最多有 {grace} 的時間。未儲存的內容會遺失。</translation>
    </message>
    <message>
        <source>Let it end</source>
        <translation>等它結束</translation>
    </message>
    <message>
        <source>Kill now</source>
        <translation>立即強制終止</translation>
    </message>
    <message>
        <source>Remove {count} tasks?</source>
        <translation>要移除 {count} 個任務嗎？</translation>
    </message>
    <message>
        <source>Their logs and files are deleted with them.</source>
        <translation>其日誌與檔案會一併刪除。</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>要移除 {name} 嗎？</translation>
    </message>
    <message>
        <source>Its log and its files are deleted with it.</source>
        <translation>其日誌與檔案會一併刪除。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>此動作無法復原。</translation>
    </message>
    <message>
        <source>Run {count} tasks again?</source>
        <translation>要再次執行 {count} 個任務嗎？</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>再次執行</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 個</translation>
    </message>
</context>
<context>
    <name>task_cards</name>
    <message>
        <source>Next: {step}</source>
        <translation>下一步：{step}</translation>
    </message>
    <message>
        <source>Run again with {more}</source>
        <translation>以 {more} 再次執行</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>顯示日誌</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>再次執行</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>建立副本…</translation>
    </message>
    <message>
        <source>Why it waits</source>
        <translation>等待原因</translation>
    </message>
    <message>
        <source>The next attempt starts at {time}.</source>
        <translation>下一次嘗試於 {time} 開始。</translation>
    </message>
    <message>
        <source>Completed, with a warning</source>
        <translation>已完成，有警告</translation>
    </message>
</context>
<context>
    <name>task_columns</name>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>處理器</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>記憶體</translation>
    </message>
    <message>
        <source>Run time</source>
        <translation>執行時間</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>開始時間</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>結束時間</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>建立時間</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>嘗試次數</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>優先順序</translation>
    </message>
    <message>
        <source>ran {time}</source>
        <translation>執行了 {time}</translation>
    </message>
    <message>
        <source>exit {code}</source>
        <translation>結束代碼 {code}</translation>
    </message>
</context>
<context>
    <name>task_failure</name>
    <message>
        <source>wrote {size}</source>
        <translation>寫入了 {size}</translation>
    </message>
    <message>
        <source>limit {count} processes</source>
        <translation>限制 {count} 個行程</translation>
    </message>
    <message>
        <source>exit code {code}</source>
        <translation>結束代碼 {code}</translation>
    </message>
    <message>
        <source>after {time}</source>
        <translation>{time} 後</translation>
    </message>
    <message>
        <source>attempt {number} of {all}</source>
        <translation>第 {number} / {all} 次嘗試</translation>
    </message>
    <message>
        <source>limit {limit}</source>
        <translation>限制 {limit}</translation>
    </message>
    <message>
        <source>Give it {more}, or let it use less.</source>
        <translation>請分配 {more}，或讓它少用一些。</translation>
    </message>
    <message>
        <source>Raise the limit in a copy of it, or let it use less.</source>
        <translation>請在副本中提高限制，或讓它少用一些。</translation>
    </message>
    <message>
        <source>Put command and folder right in a copy of it.</source>
        <translation>請在副本中改正命令與資料夾。</translation>
    </message>
    <message>
        <source>The log names the package that is missing.</source>
        <translation>日誌中寫明了缺少的套件。</translation>
    </message>
    <message>
        <source>Put the image&apos;s name right, or pull it by hand.</source>
        <translation>更正映像檔名稱，或手動拉取。</translation>
    </message>
    <message>
        <source>Free some space on the node, then run it again.</source>
        <translation>請在節點上騰出一些空間，然後再次執行。</translation>
    </message>
    <message>
        <source>Look at what it had written, then run it again if it is not done.</source>
        <translation>請檢視它已寫入的內容，若未完成則再次執行。</translation>
    </message>
    <message>
        <source>Read the last lines of its log.</source>
        <translation>請檢視日誌的最後幾行。</translation>
    </message>
</context>
<context>
    <name>task_log</name>
    <message>
        <source>Reading the log…</source>
        <translation>正在讀取日誌…</translation>
    </message>
    <message>
        <source>This task wrote no output.</source>
        <translation>此任務沒有輸出。</translation>
    </message>
    <message>
        <source>This task has written no output yet.</source>
        <translation>此任務還沒有輸出。</translation>
    </message>
    <message>
        <source>The attempt has ended; this is the end of its log.</source>
        <translation>這次嘗試已結束，日誌到此為止。</translation>
    </message>
    <message>
        <source>{lost} lines were skipped.</source>
        <translation>略過了 {lost} 行。</translation>
    </message>
    <message>
        <source>{lost} {unit} of the log were skipped.</source>
        <translation>日誌中略過了 {lost} {unit}。</translation>
    </message>
    <message>
        <source>The agent does not answer; the log goes on when it does.</source>
        <translation>Agent 沒有回應；恢復後日誌會繼續。</translation>
    </message>
    <message>
        <source>The log lies on {node}; save it to have it here.</source>
        <translation>日誌位於 {node}；儲存後即可在此使用。</translation>
    </message>
</context>
<context>
    <name>task_offers</name>
    <message>
        <source>Copy command</source>
        <translation>複製命令</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Kill now</source>
        <translation>立即強制終止</translation>
    </message>
    <message>
        <source>Send a signal</source>
        <translation>傳送訊號</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>再次執行</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>建立副本…</translation>
    </message>
    <message>
        <source>Save as preset…</source>
        <translation>另存為預設集…</translation>
    </message>
    <message>
        <source>Serve model…</source>
        <translation>部署模型…</translation>
    </message>
    <message>
        <source>Labels and priority…</source>
        <translation>標籤與優先順序…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>複製為 curl</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>開啟資料夾</translation>
    </message>
    <message>
        <source>Copy ids</source>
        <translation>複製識別碼</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>複製識別碼</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>複製這些列</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>複製此列</translation>
    </message>
    <message>
        <source>No task is chosen.</source>
        <translation>沒有選擇任務。</translation>
    </message>
    <message>
        <source>The agent does not answer; this works when it is back.</source>
        <translation>Agent 沒有回應；恢復後即可使用。</translation>
    </message>
    <message>
        <source>This is for one task; choose one.</source>
        <translation>此動作針對單一任務；請選擇一個。</translation>
    </message>
    <message>
        <source>The folder lies on another machine; Files has what is in it to save.</source>
        <translation>資料夾在另一台機器上；可在「檔案」中儲存其內容。</translation>
    </message>
    <message>
        <source>It serves a model already.</source>
        <translation>它已經在為模型提供服務。</translation>
    </message>
    <message>
        <source>This is for a task that succeeded and left a model.</source>
        <translation>僅適用於已成功並留下模型的任務。</translation>
    </message>
    <message>
        <source>It has ended already.</source>
        <translation>它已經結束了。</translation>
    </message>
    <message>
        <source>It is stopping already.</source>
        <translation>它已經在停止了。</translation>
    </message>
    <message>
        <source>This is for a task that was stopped and still runs.</source>
        <translation>此動作針對已停止但仍在執行的任務。</translation>
    </message>
    <message>
        <source>It does not run.</source>
        <translation>它沒有在執行。</translation>
    </message>
    <message>
        <source>It serves a model, which has one server.</source>
        <translation>它為模型提供服務，而每個模型只有一個服務程序。</translation>
    </message>
    <message>
        <source>Presets make tasks; another training job is made by Duplicate.</source>
        <translation>預設集只能建立一般任務；要再建立一個訓練作業，請使用「複製」。</translation>
    </message>
    <message>
        <source>It has ended; its labels and priority are history.</source>
        <translation>它已結束；標籤與優先順序不能再改。</translation>
    </message>
    <message>
        <source>It has not ended; stop it first.</source>
        <translation>它尚未結束；請先停止它。</translation>
    </message>
</context>
<context>
    <name>timeline</name>
    <message>
        <source>Attempt {number} of {all}</source>
        <translation>第 {number} / {all} 次嘗試</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>exit code {code}</source>
        <translation>結束代碼 {code}</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>{ended} after {time}</source>
        <translation>{time} 後{ended}</translation>
    </message>
    <message>
        <source>{number}: running</source>
        <translation>{number}：執行中</translation>
    </message>
    <message>
        <source>{number}: {time}</source>
        <translation>{number}：{time}</translation>
    </message>
    <message>
        <source>waited {time}</source>
        <translation>等待了 {time}</translation>
    </message>
    <message>
        <source>after {time}</source>
        <translation>{time} 後</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>準備中</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>啟動中</translation>
    </message>
    <message>
        <source>Retrying</source>
        <translation>待重試</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>執行中</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Out of memory</source>
        <translation>記憶體不足</translation>
    </message>
    <message>
        <source>Out of time</source>
        <translation>逾時</translation>
    </message>
    <message>
        <source>Over its disk limit</source>
        <translation>超出磁碟限制</translation>
    </message>
    <message>
        <source>Too many processes</source>
        <translation>行程過多</translation>
    </message>
    <message>
        <source>Could not be started</source>
        <translation>無法啟動</translation>
    </message>
    <message>
        <source>No Python environment</source>
        <translation>沒有 Python 環境</translation>
    </message>
    <message>
        <source>No image</source>
        <translation>沒有映像檔</translation>
    </message>
    <message>
        <source>The node&apos;s disk failed it</source>
        <translation>節點磁碟故障</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>已遺失</translation>
    </message>
    <message>
        <source>Ended by a signal</source>
        <translation>被訊號終止</translation>
    </message>
    <message>
        <source>Model not loaded</source>
        <translation>模型未能載入</translation>
    </message>
    <message>
        <source>A package is missing</source>
        <translation>缺少套件</translation>
    </message>
    <message>
        <source>Mistake in its code</source>
        <translation>程式碼有誤</translation>
    </message>
    <message>
        <source>GPU out of memory</source>
        <translation>GPU 記憶體不足</translation>
    </message>
    <message>
        <source>A GPU failed</source>
        <translation>GPU 故障</translation>
    </message>
    <message>
        <source>GPUs lost touch</source>
        <translation>GPU 間通訊中斷</translation>
    </message>
    <message>
        <source>Disk full</source>
        <translation>磁碟已滿</translation>
    </message>
    <message>
        <source>Network failed</source>
        <translation>網路故障</translation>
    </message>
    <message>
        <source>An error of its own</source>
        <translation>程式自身出錯</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>行程</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>VM</source>
        <translation>虛擬機器</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>{days}d {hours:02}:{minutes:02}</source>
        <translation>{days} 天 {hours:02}:{minutes:02}</translation>
    </message>
    <message>
        <source>dd MMM</source>
        <comment>a day without its year, as QLocale writes dates</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>錯誤</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>資訊</translation>
    </message>
    <message>
        <source>Debug</source>
        <translation>除錯</translation>
    </message>
    <message>
        <source>Standard error</source>
        <translation>標準錯誤</translation>
    </message>
    <message>
        <source>Standard output</source>
        <translation>標準輸出</translation>
    </message>
    <message>
        <source>{count} d</source>
        <translation>{count} 天</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} 小時</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} 分鐘</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} 秒</translation>
    </message>
</context>
</TS>
