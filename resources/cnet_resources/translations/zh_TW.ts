<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
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
    <name>ConnectDialog</name>
    <message>
        <source>Connect to a node</source>
        <translation>連線至節點</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
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
        <source>From the file “token” in the data directory of its agent</source>
        <translation>來自其 Agent 資料目錄中的「token」檔案</translation>
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
    <name>CoreMeters</name>
    <message>
        <source>Load of each core</source>
        <translation>各核心負載</translation>
    </message>
    <message>
        <source>Core {number}</source>
        <translation>核心 {number}</translation>
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
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Runtimes</source>
        <translation>執行環境</translation>
    </message>
    <message>
        <source>{name} is trained</source>
        <translation>{name} 已訓練完成</translation>
    </message>
    <message>
        <source>{count} threads</source>
        <translation>{count} 執行緒</translation>
    </message>
    <message>
        <source>of {total}</source>
        <translation>共 {total}</translation>
    </message>
    <message>
        <source>of {total} on {mount}</source>
        <translation>共 {total}，位於 {mount}</translation>
    </message>
    <message>
        <source>received · sent</source>
        <translation>接收 · 傳送</translation>
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
        <source>Window</source>
        <translation>時間範圍</translation>
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
        <source>CPU and memory in percent</source>
        <translation>處理器與記憶體（百分比）</translation>
    </message>
    <message>
        <source>Disk and network in bytes a second</source>
        <translation>磁碟與網路（位元組/秒）</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>{count} lines came too quickly to be shown; the log has them all.</source>
        <translation>有 {count} 行來得太快，未能顯示；日誌中全部都有。</translation>
    </message>
    <message>
        <source>Following</source>
        <translation>正在跟隨</translation>
    </message>
    <message>
        <source>Go to the end</source>
        <translation>移至結尾</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日誌</translation>
    </message>
    <message>
        <source>The task has ended; this is the end of its log.</source>
        <translation>任務已結束；日誌到此為止。</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>長行自動換行</translation>
    </message>
    <message>
        <source>Copy what is selected, or everything</source>
        <translation>複製所選內容，未選則複製全部</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>New task</source>
        <translation>新增任務</translation>
    </message>
    <message>
        <source>This agent has no presets to make a task from.</source>
        <translation>此 Agent 沒有可用來建立任務的預設集。</translation>
    </message>
    <message>
        <source>New task - {title}</source>
        <translation>新增任務 - {title}</translation>
    </message>
    <message>
        <source>The agent does not answer; a task can be started when it does.</source>
        <translation>Agent 沒有回應；恢復後即可啟動任務。</translation>
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
        <source>Close</source>
        <translation>關閉</translation>
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
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Some fields are still to be filled in.</source>
        <translation>還有欄位需要填寫。</translation>
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
    <name>PresetForm</name>
    <message>
        <source>Limits and retries</source>
        <translation>限制與重試</translation>
    </message>
</context>
<context>
    <name>PresetGallery</name>
    <message>
        <source>Find a preset</source>
        <translation>尋找預設集</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>預設集</translation>
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
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source># The command shows when the form is filled in.</source>
        <translation># 填妥表單後即顯示命令。</translation>
    </message>
    <message>
        <source># in {folder}</source>
        <translation># 在 {folder} 中</translation>
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
    <name>SettingsPage</name>
    <message>
        <source>Appearance</source>
        <translation>外觀</translation>
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
        <source>Theme</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>節點</translation>
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
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Show the task {name}</source>
        <translation>顯示任務 {name}</translation>
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
</context>
<context>
    <name>TaskOverview</name>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Limits in force</source>
        <translation>生效的限制</translation>
    </message>
    <message>
        <source>Why it waits</source>
        <translation>等待原因</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>after {time}</source>
        <translation>{time} 後</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>再次執行</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>顯示日誌</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>環境</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>資料夾</translation>
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
    <message>
        <source>Labels</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>識別碼</translation>
    </message>
    <message>
        <source>{cores:g} cores</source>
        <translation>{cores:g} 核心</translation>
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
        <source>hard</source>
        <translation>硬性</translation>
    </message>
    <message>
        <source>soft</source>
        <translation>軟性</translation>
    </message>
    <message>
        <source>hard: the system enforces · soft: CNET watches</source>
        <translation>硬性：由系統強制 · 軟性：由 CNET 監看</translation>
    </message>
</context>
<context>
    <name>TaskTable</name>
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
        <source>Created</source>
        <translation>建立時間</translation>
    </message>
</context>
<context>
    <name>TasksPage</name>
    <message>
        <source>Filter by name, command or label</source>
        <translation>依名稱、命令或標籤篩選</translation>
    </message>
    <message>
        <source>Filter the tasks</source>
        <translation>篩選任務</translation>
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
        <source>Tasks</source>
        <translation>任務</translation>
    </message>
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
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>關閉</translation>
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
    <name>background</name>
    <message>
        <source>That did not work; the log of the console says why.</source>
        <translation>操作未成功；原因請見主控台的日誌。</translation>
    </message>
</context>
<context>
    <name>bar</name>
    <message>
        <source>{runtime} off</source>
        <translation>{runtime}無法使用</translation>
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
    <name>next_steps</name>
    <message>
        <source>Predict {value}</source>
        <translation>預測 {value}</translation>
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
        <source>Settings</source>
        <translation>設定</translation>
    </message>
</context>
<context>
    <name>probing</name>
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
        <source>The certificate of {address} is not from an authority that this computer trusts. Give the agent one that is, or reach it through a tunnel: ssh -L 8081:127.0.0.1:8080 …, then connect to localhost:8081.</source>
        <translation>{address} 的憑證並非由這台電腦信任的機構簽發。請為 Agent 換上受信任的憑證，或透過通道存取：ssh -L 8081:127.0.0.1:8080 …，然後連線至 localhost:8081。</translation>
    </message>
    <message>
        <source>{address} does not speak TLS. For plain HTTP write http:// before it.</source>
        <translation>{address} 不支援 TLS。若用明文 HTTP，請在前面加上 http://。</translation>
    </message>
    <message>
        <source>What answers at {address} is not a CNET agent.</source>
        <translation>{address} 處回應的不是 CNET Agent。</translation>
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
        <source>This token does not let you in: {reason}</source>
        <translation>此權杖不允許您進入：{reason}</translation>
    </message>
</context>
<context>
    <name>shortcuts</name>
    <message>
        <source>Back to where you were</source>
        <translation>返回上一處</translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation>再次前進</translation>
    </message>
    <message>
        <source>Nodes and connections</source>
        <translation>節點與連線</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>新增任務</translation>
    </message>
    <message>
        <source>Ask the agent anew</source>
        <translation>重新詢問 Agent</translation>
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
        <source>Run the new task</source>
        <translation>執行新任務</translation>
    </message>
</context>
<context>
    <name>stop_task</name>
    <message>
        <source>It has been running for {time}. It is asked to end, and killed after {grace}. Its log is kept.</source>
        <translation>它已執行 {time}。會先請它結束，{grace} 後仍未結束則強制終止。日誌會保留。</translation>
    </message>
    <message>
        <source>Stop {name}?</source>
        <translation>要停止 {name} 嗎？</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>繼續執行</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>view</name>
    <message>
        <source>Reading the log…</source>
        <translation>正在讀取日誌…</translation>
    </message>
    <message>
        <source>Earlier lines are kept in the log&apos;s files.</source>
        <translation>更早的行保存在日誌檔案中。</translation>
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
        <source>{lost} {unit} of the log were gone before they could be read.</source>
        <translation>日誌中有 {lost} {unit} 未及讀取就已遺失。</translation>
    </message>
    <message>
        <source>The agent does not answer; the log goes on when it does.</source>
        <translation>Agent 沒有回應；恢復後日誌會繼續。</translation>
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
</context>
</TS>
