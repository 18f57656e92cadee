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
    <message>
        <source>New task</source>
        <translation>新建任务</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Ctrl+N</translation>
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
        <source>Local node</source>
        <translation>本机节点</translation>
    </message>
    <message>
        <source>This node</source>
        <translation>此节点</translation>
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
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>Stale since {time}: {reason} Trying again.</source>
        <translation>自 {time} 起未更新：{reason} 正在重试。</translation>
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
    <name>Rail</name>
    <message>
        <source>This node</source>
        <translation>此节点</translation>
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
    <name>background</name>
    <message>
        <source>That did not work; the log of the console says why.</source>
        <translation>操作未成功；原因见控制台的日志。</translation>
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
        <source>{count} tasks run on without the window: their logs stay complete, and the next start knows how they ended.</source>
        <translation>没有窗口时，{count} 个任务会继续运行：日志保持完整，下次启动时可得知其结果。</translation>
    </message>
    <message>
        <source>{count} tasks that wait or are to be tried again go on when CNET does.</source>
        <translation>{count} 个等待中或待重试的任务会在 CNET 再次运行时继续。</translation>
    </message>
    <message>
        <source>Quit CNET Console?</source>
        <translation>退出 CNET Console？</translation>
    </message>
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
</context>
<context>
    <name>next_steps</name>
    <message>
        <source>Predict {value}</source>
        <translation>预测 {value}</translation>
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
