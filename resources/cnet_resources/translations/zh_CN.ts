<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AgentSession</name>
    <message>
        <source>The agent is not ready yet.</source>
        <translation>Agent 尚未就绪。</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ConnectDialog</name>
    <message>
        <source>Connect to a node</source>
        <translation>连接到节点</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>node-7, 10.0.0.31:8080 or https://…</source>
        <translation>node-7、10.0.0.31:8080 或 https://…</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Ask who answers there, without connecting</source>
        <translation>询问那里是谁响应，而不连接</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>From the file “token” in the data directory of its agent</source>
        <translation>来自其 Agent 数据目录中的“token”文件</translation>
    </message>
    <message>
        <source>Show the token</source>
        <translation>显示令牌</translation>
    </message>
    <message>
        <source>Remember the token in a file that only you can read</source>
        <translation>将令牌记在只有您能读取的文件中</translation>
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
        <translation>忘记 {name}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Plain HTTP: whoever is on the way can read the token.</source>
        <translation>明文 HTTP：途中任何人都能读取令牌。</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>正在测试…</translation>
    </message>
    <message>
        <source>version {version} · answers in {milliseconds} ms</source>
        <translation>版本 {version} · {milliseconds} 毫秒内响应</translation>
    </message>
</context>
<context>
    <name>Connections</name>
    <message>
        <source>This node</source>
        <translation>此节点</translation>
    </message>
</context>
<context>
    <name>CoreMeters</name>
    <message>
        <source>Load of each core</source>
        <translation>各核心负载</translation>
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
        <translation>控制台出错了</translation>
    </message>
    <message>
        <source>The console goes on, and so do your tasks. What you did last may not have happened.</source>
        <translation>控制台和您的任务会继续运行。您最后的操作可能没有完成。</translation>
    </message>
    <message>
        <source>The report could not be kept in a file; copy it if you can.</source>
        <translation>无法将报告保存到文件；请尽可能复制它。</translation>
    </message>
    <message>
        <source>A report without tokens or anything of your tasks lies in {path}</source>
        <translation>不含令牌及任务内容的报告位于 {path}</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>There is no report in a file.</source>
        <translation>没有报告文件。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>DashboardPage</name>
    <message>
        <source>CPU</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Recent tasks</source>
        <translation>最近任务</translation>
    </message>
    <message>
        <source>View all</source>
        <translation>查看全部</translation>
    </message>
    <message>
        <source>Nothing has run here yet</source>
        <translation>这里还没有运行过任务</translation>
    </message>
    <message>
        <source>One click trains a model; the log follows while it learns.</source>
        <translation>点一下即可训练模型；训练时日志会实时跟随。</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Runtimes</source>
        <translation>运行环境</translation>
    </message>
    <message>
        <source>{name} is trained</source>
        <translation>{name} 已训练完成</translation>
    </message>
    <message>
        <source>{count} threads</source>
        <translation>{count} 线程</translation>
    </message>
    <message>
        <source>of {total}</source>
        <translation>共 {total}</translation>
    </message>
    <message>
        <source>of {total} on {mount}</source>
        <translation>共 {total}，位于 {mount}</translation>
    </message>
    <message>
        <source>received · sent</source>
        <translation>接收 · 发送</translation>
    </message>
</context>
<context>
    <name>FieldEditor</name>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Browse for {field}</source>
        <translation>浏览：{field}</translation>
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
        <translation>本机节点</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>{count} running</source>
        <translation>{count} 个运行中</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} 个等待中</translation>
    </message>
</context>
<context>
    <name>HistoryCard</name>
    <message>
        <source>Resource history</source>
        <translation>资源历史</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5 分钟</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>CPU and memory in percent</source>
        <translation>处理器和内存（百分比）</translation>
    </message>
    <message>
        <source>Disk and network in bytes a second</source>
        <translation>磁盘和网络（字节/秒）</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>{count} lines came too quickly to be shown; the log has them all.</source>
        <translation>有 {count} 行来得太快，未能显示；日志中全部都有。</translation>
    </message>
    <message>
        <source>Following</source>
        <translation>正在跟随</translation>
    </message>
    <message>
        <source>Go to the end</source>
        <translation>转到末尾</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>The task has ended; this is the end of its log.</source>
        <translation>任务已结束；日志到此为止。</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>长行自动换行</translation>
    </message>
    <message>
        <source>Copy what is selected, or everything</source>
        <translation>复制所选内容，未选则复制全部</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>New task</source>
        <translation>新建任务</translation>
    </message>
    <message>
        <source>This agent has no presets to make a task from.</source>
        <translation>此 Agent 没有可用来创建任务的预设。</translation>
    </message>
    <message>
        <source>New task - {title}</source>
        <translation>新建任务 - {title}</translation>
    </message>
    <message>
        <source>The agent does not answer; a task can be started when it does.</source>
        <translation>Agent 没有响应；恢复后即可启动任务。</translation>
    </message>
</context>
<context>
    <name>NewTaskDialog</name>
    <message>
        <source>New task</source>
        <translation>新建任务</translation>
    </message>
    <message>
        <source>on {node}</source>
        <translation>在 {node} 上</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Some fields are still to be filled in.</source>
        <translation>还有字段需要填写。</translation>
    </message>
</context>
<context>
    <name>NodeMenu</name>
    <message>
        <source>Nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Connect to a node…</source>
        <translation>连接到节点…</translation>
    </message>
    <message>
        <source>This node</source>
        <translation>此节点</translation>
    </message>
    <message>
        <source>{where} · {state}</source>
        <translation>{where} · {state}</translation>
    </message>
    <message>
        <source>shown now</source>
        <translation>当前显示</translation>
    </message>
    <message>
        <source>Disconnect {name}</source>
        <translation>断开 {name}</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>断开连接</translation>
    </message>
    <message>
        <source>This node&apos;s own agent stays with the console.</source>
        <translation>本机自己的 Agent 始终与控制台相连。</translation>
    </message>
</context>
<context>
    <name>NodePages</name>
    <message>
        <source>Change address or token…</source>
        <translation>更改地址或令牌…</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>断开连接</translation>
    </message>
    <message>
        <source>Connecting to {address}…</source>
        <translation>正在连接 {address}…</translation>
    </message>
    <message>
        <source>{address} does not let you in</source>
        <translation>{address} 不允许您进入</translation>
    </message>
    <message>
        <source>{address} does not answer</source>
        <translation>{address} 没有响应</translation>
    </message>
    <message>
        <source>It is asked again until it does, or until you disconnect.</source>
        <translation>会一直重试，直到它响应或您断开连接。</translation>
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
        <translation>减少</translation>
    </message>
</context>
<context>
    <name>PresetCards</name>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Set up…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Run {preset}</source>
        <translation>运行 {preset}</translation>
    </message>
    <message>
        <source>Set up {preset}</source>
        <translation>设置 {preset}</translation>
    </message>
</context>
<context>
    <name>PresetForm</name>
    <message>
        <source>Limits and retries</source>
        <translation>限制与重试</translation>
    </message>
</context>
<context>
    <name>PresetGallery</name>
    <message>
        <source>Find a preset</source>
        <translation>查找预设</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
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
        <translation>预览</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source># The command shows when the form is filled in.</source>
        <translation># 填好表单后即显示命令。</translation>
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
        <translation>不可用</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>Containers</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>Virtual machines</source>
        <translation>虚拟机</translation>
    </message>
    <message>
        <source>Model engines</source>
        <translation>推理引擎</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>Data directory</source>
        <translation>数据目录</translation>
    </message>
    <message>
        <source>Running since</source>
        <translation>启动时间</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Show the task {name}</source>
        <translation>显示任务 {name}</translation>
    </message>
</context>
<context>
    <name>Switcher</name>
    <message>
        <source>This node</source>
        <translation>此节点</translation>
    </message>
    <message>
        <source>Node: {name}, {where}, {state}</source>
        <translation>节点：{name}，{where}，{state}</translation>
    </message>
    <message>
        <source>{name} · {where} · {state}
Other nodes: {keys}</source>
        <translation>{name} · {where} · {state}
其他节点：{keys}</translation>
    </message>
</context>
<context>
    <name>TaskDetails</name>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>重新运行</translation>
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
        <translation>{time} 后</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>重新运行</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>显示日志</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Run time</source>
        <translation>运行时间</translation>
    </message>
    <message>
        <source>Exit code</source>
        <translation>退出码</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>信号</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>{attempt} of {attempts}</source>
        <translation>{attempt} / {attempts}</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>{cores:g} cores</source>
        <translation>{cores:g} 核</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>hard</source>
        <translation>硬限制</translation>
    </message>
    <message>
        <source>soft</source>
        <translation>软限制</translation>
    </message>
    <message>
        <source>hard: the system enforces · soft: CNET watches</source>
        <translation>硬限制：由系统强制 · 软限制：由 CNET 监视</translation>
    </message>
</context>
<context>
    <name>TaskTable</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Run time</source>
        <translation>运行时间</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
</context>
<context>
    <name>TasksPage</name>
    <message>
        <source>Filter by name, command or label</source>
        <translation>按名称、命令或标签筛选</translation>
    </message>
    <message>
        <source>Filter the tasks</source>
        <translation>筛选任务</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>No tasks yet</source>
        <translation>还没有任务</translation>
    </message>
    <message>
        <source>Start with a preset: one click trains a model. Ctrl+N has them all.</source>
        <translation>从预设开始：点一下即可训练模型。按 Ctrl+N 查看全部预设。</translation>
    </message>
    <message>
        <source>No task matches the filter.</source>
        <translation>没有符合筛选条件的任务。</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Show the window</source>
        <translation>显示窗口</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>新建任务</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>{count} running</source>
        <translation>{count} 个运行中</translation>
    </message>
    <message>
        <source>Hide the window</source>
        <translation>隐藏窗口</translation>
    </message>
</context>
<context>
    <name>addresses</name>
    <message>
        <source>Needed: a name or an address, such as node-7.</source>
        <translation>必填：名称或地址，例如 node-7。</translation>
    </message>
    <message>
        <source>This is not an address; a port lies between 1 and 65535.</source>
        <translation>这不是地址；端口应在 1 到 65535 之间。</translation>
    </message>
    <message>
        <source>Agents are reached by http or https only.</source>
        <translation>只能通过 http 或 https 访问 Agent。</translation>
    </message>
    <message>
        <source>A token has a field of its own, below.</source>
        <translation>令牌请填在下方专用的字段中。</translation>
    </message>
    <message>
        <source>The address ends with the port: host:8080.</source>
        <translation>地址以端口结尾：host:8080。</translation>
    </message>
    <message>
        <source>This is no name of a machine, and no address.</source>
        <translation>这既不是机器名，也不是地址。</translation>
    </message>
</context>
<context>
    <name>background</name>
    <message>
        <source>That did not work; the log of the console says why.</source>
        <translation>操作未成功；原因见控制台的日志。</translation>
    </message>
</context>
<context>
    <name>bar</name>
    <message>
        <source>{runtime} off</source>
        <translation>{runtime}不可用</translation>
    </message>
</context>
<context>
    <name>connection</name>
    <message>
        <source>connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>没有响应</translation>
    </message>
    <message>
        <source>Agent running · {address}</source>
        <translation>Agent 运行中 · {address}</translation>
    </message>
    <message>
        <source>Connecting to the agent…</source>
        <translation>正在连接 Agent…</translation>
    </message>
    <message>
        <source>Refused by {address}</source>
        <translation>被 {address} 拒绝</translation>
    </message>
    <message>
        <source>No answer from {address}</source>
        <translation>{address} 没有响应</translation>
    </message>
    <message>
        <source>Stale since {time}: {reason} Trying again.</source>
        <translation>自 {time} 起未更新：{reason} 正在重试。</translation>
    </message>
</context>
<context>
    <name>desktop</name>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Use port {port}</source>
        <translation>使用端口 {port}</translation>
    </message>
    <message>
        <source>The agent cannot listen</source>
        <translation>Agent 无法监听</translation>
    </message>
    <message>
        <source>The agent cannot start</source>
        <translation>Agent 无法启动</translation>
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
        <translation>停止任务并退出</translation>
    </message>
    <message>
        <source>Quit, tasks run on</source>
        <translation>退出，任务继续运行</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Keep in the tray</source>
        <translation>留在托盘</translation>
    </message>
    <message>
        <source>Close the window?</source>
        <translation>关闭窗口？</translation>
    </message>
    <message>
        <source>Quit CNET Console?</source>
        <translation>退出 CNET Console？</translation>
    </message>
    <message>
        <source>Do not ask again, except to stop tasks</source>
        <translation>不再询问，停止任务时除外</translation>
    </message>
    <message>
        <source>In the tray the agent works on and tells when tasks end.</source>
        <translation>在托盘中，Agent 继续工作，任务结束时会通知。</translation>
    </message>
    <message>
        <source>In the tray the console tells when tasks end.</source>
        <translation>在托盘中，任务结束时控制台会通知。</translation>
    </message>
    <message>
        <source>Tasks that run ({count}) go on when you quit: their logs stay complete, and the next start knows how they ended.</source>
        <translation>退出后，运行中的任务（{count} 个）会继续：日志保持完整，下次启动时可得知其结果。</translation>
    </message>
    <message>
        <source>Those that wait or are to be tried again ({count}) go on when CNET does.</source>
        <translation>等待中或待重试的任务（{count} 个）会在 CNET 再次运行时继续。</translation>
    </message>
</context>
<context>
    <name>next_steps</name>
    <message>
        <source>Predict {value}</source>
        <translation>预测 {value}</translation>
    </message>
</context>
<context>
    <name>places</name>
    <message>
        <source>Workspace</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>仪表板</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>probing</name>
    <message>
        <source>Nothing listens at {address}. Does the agent run, and on this port?</source>
        <translation>{address} 处没有程序监听。Agent 是否在运行，端口是否正确？</translation>
    </message>
    <message>
        <source>{address} does not answer in time. Is the machine on, and does its firewall let you in?</source>
        <translation>{address} 未及时响应。机器是否已开机，防火墙是否允许您访问？</translation>
    </message>
    <message>
        <source>No machine of that name is known here: {address}.</source>
        <translation>这里找不到该名称的机器：{address}。</translation>
    </message>
    <message>
        <source>The certificate of {address} is not from an authority that this computer trusts. Give the agent one that is, or reach it through a tunnel: ssh -L 8081:127.0.0.1:8080 …, then connect to localhost:8081.</source>
        <translation>{address} 的证书并非由此计算机信任的机构签发。请为 Agent 换上受信任的证书，或通过隧道访问：ssh -L 8081:127.0.0.1:8080 …，然后连接 localhost:8081。</translation>
    </message>
    <message>
        <source>{address} does not speak TLS. For plain HTTP write http:// before it.</source>
        <translation>{address} 不支持 TLS。若用明文 HTTP，请在前面加上 http://。</translation>
    </message>
    <message>
        <source>What answers at {address} is not a CNET agent.</source>
        <translation>{address} 处响应的不是 CNET Agent。</translation>
    </message>
    <message>
        <source>The agent does not know this token.</source>
        <translation>Agent 不认识此令牌。</translation>
    </message>
    <message>
        <source>This agent needs a token. Its administrator&apos;s lies in the file “token” of its data directory.</source>
        <translation>此 Agent 需要令牌。管理员令牌位于其数据目录的“token”文件中。</translation>
    </message>
    <message>
        <source>This token does not let you in: {reason}</source>
        <translation>此令牌不允许您进入：{reason}</translation>
    </message>
</context>
<context>
    <name>shortcuts</name>
    <message>
        <source>Back to where you were</source>
        <translation>返回上一处</translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation>再次前进</translation>
    </message>
    <message>
        <source>Nodes and connections</source>
        <translation>节点与连接</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>新建任务</translation>
    </message>
    <message>
        <source>Ask the agent anew</source>
        <translation>重新询问 Agent</translation>
    </message>
    <message>
        <source>Quit the console</source>
        <translation>退出控制台</translation>
    </message>
    <message>
        <source>Search this page</source>
        <translation>在此页搜索</translation>
    </message>
    <message>
        <source>Run the new task</source>
        <translation>运行新任务</translation>
    </message>
</context>
<context>
    <name>stop_task</name>
    <message>
        <source>It has been running for {time}. It is asked to end, and killed after {grace}. Its log is kept.</source>
        <translation>它已运行 {time}。会先请它结束，{grace} 后仍未结束则强制终止。日志会保留。</translation>
    </message>
    <message>
        <source>Stop {name}?</source>
        <translation>停止 {name}？</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>继续运行</translation>
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
        <translation>正在读取日志…</translation>
    </message>
    <message>
        <source>Earlier lines are kept in the log&apos;s files.</source>
        <translation>更早的行保存在日志文件中。</translation>
    </message>
    <message>
        <source>This task wrote no output.</source>
        <translation>此任务没有输出。</translation>
    </message>
    <message>
        <source>This task has written no output yet.</source>
        <translation>此任务还没有输出。</translation>
    </message>
    <message>
        <source>{lost} {unit} of the log were gone before they could be read.</source>
        <translation>日志中有 {lost} {unit} 未及读取就已丢失。</translation>
    </message>
    <message>
        <source>The agent does not answer; the log goes on when it does.</source>
        <translation>Agent 没有响应；恢复后日志会继续。</translation>
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
        <translation>准备中</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>Retrying</source>
        <translation>待重试</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
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
        <translation>失败</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Out of memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>Out of time</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Over its disk limit</source>
        <translation>超出磁盘限制</translation>
    </message>
    <message>
        <source>Too many processes</source>
        <translation>进程过多</translation>
    </message>
    <message>
        <source>Could not be started</source>
        <translation>无法启动</translation>
    </message>
    <message>
        <source>No Python environment</source>
        <translation>没有 Python 环境</translation>
    </message>
    <message>
        <source>The node&apos;s disk failed it</source>
        <translation>节点磁盘故障</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>已丢失</translation>
    </message>
    <message>
        <source>Ended by a signal</source>
        <translation>被信号终止</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>VM</source>
        <translation>虚拟机</translation>
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
