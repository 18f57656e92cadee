<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutGroup</name>
    <message>
        <source>Version {version}</source>
        <translation>版本 {version}</translation>
    </message>
    <message>
        <source>Run and watch work on your own machines.</source>
        <translation>在您自己的机器上运行并查看任务。</translation>
    </message>
    <message>
        <source>MIT; bundled parts have their own, below under Licences.</source>
        <translation>MIT；随附的部分各有其许可证，见下方“许可证”。</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>API and its documentation</source>
        <translation>API 及其文档</translation>
    </message>
    <message>
        <source>Fonts and icons</source>
        <translation>字体与图标</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Licences…</source>
        <translation>许可证…</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>复制诊断信息</translation>
    </message>
    <message>
        <source>Versions, system and connection; nothing secret.</source>
        <translation>版本、系统与连接；不含机密。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>AboutPanel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Icon</source>
        <translation>图标</translation>
    </message>
    <message>
        <source>The id stays; duplicate the preset for another.</source>
        <translation>标识不变；如需另一个，请创建此预设的副本。</translation>
    </message>
    <message>
        <source>Your presets</source>
        <translation>您的预设</translation>
    </message>
</context>
<context>
    <name>AgentRow</name>
    <message>
        <source>Reset {name}</source>
        <translation>重置 {name}</translation>
    </message>
    <message>
        <source>The agent does not answer; this is what was known last.</source>
        <translation>Agent 没有响应；这是最后已知的内容。</translation>
    </message>
    <message>
        <source>Reset to {value}</source>
        <translation>重置为 {value}</translation>
    </message>
    <message>
        <source>Not saved yet: Enter saves, Escape takes back.</source>
        <translation>尚未保存：按 Enter 保存，按 Esc 撤回。</translation>
    </message>
    <message>
        <source>Takes effect when the agent starts again.</source>
        <translation>Agent 重新启动后生效。</translation>
    </message>
    <message>
        <source>Saved; in force now.</source>
        <translation>已保存；现已生效。</translation>
    </message>
    <message>
        <source>what it was before</source>
        <translation>之前的值</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Set by the environment variable {name}; change it there.</source>
        <translation>由环境变量 {name} 设定；请在那里修改。</translation>
    </message>
    <message>
        <source>Set by {flag} on the command line; change it there.</source>
        <translation>由命令行的 {flag} 设定；请在那里修改。</translation>
    </message>
    <message>
        <source>The settings themselves lie there: start the agent with {flag}, or set {key} in its configuration file.</source>
        <translation>设置本身也存放在那里：请用 {flag} 启动 Agent，或在其配置文件中设置 {key}。</translation>
    </message>
    <message>
        <source>From {file}; what is set here goes before it.</source>
        <translation>来自 {file}；此处的设置优先。</translation>
    </message>
</context>
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
    <name>Bell</name>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Notifications, {count} new</source>
        <translation>通知，{count} 条新通知</translation>
    </message>
</context>
<context>
    <name>CommandRows</name>
    <message>
        <source>{count} more</source>
        <translation>还有 {count} 项</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
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
        <translation>损失</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Figures are drawn here once the job prints some, such as loss=0.12.</source>
        <translation>作业打印出数值后（例如 loss=0.12），曲线会显示在这里。</translation>
    </message>
    <message>
        <source>Take {name} away</source>
        <translation>移除 {name}</translation>
    </message>
    <message>
        <source>Compare runs</source>
        <translation>对比训练</translation>
    </message>
    <message>
        <source>Add run</source>
        <translation>添加训练</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Along</source>
        <translation>横轴</translation>
    </message>
    <message>
        <source>Save the curves</source>
        <translation>保存曲线</translation>
    </message>
    <message>
        <source>There is no other job</source>
        <translation>没有其他作业</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>保存为 PNG…</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>保存为 CSV…</translation>
    </message>
</context>
<context>
    <name>ConnectDialog</name>
    <message>
        <source>Connect to a node</source>
        <translation>连接到节点</translation>
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
        <source>In the file “token” of its data directory</source>
        <translation>在其数据目录的“token”文件中</translation>
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
    <name>ConsoleGroups</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Logs in the console</source>
        <translation>控制台中的日志</translation>
    </message>
    <message>
        <source>Show the time of each line</source>
        <translation>显示每行的时间</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>长行自动换行</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
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
        <source>System follows the desktop, also while it changes.</source>
        <translation>“系统”会跟随桌面，变化时也会跟随。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>When the window is closed</source>
        <translation>关闭窗口时</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>询问</translation>
    </message>
    <message>
        <source>Stay in the tray</source>
        <translation>留在托盘</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>This desktop has no tray.</source>
        <translation>此桌面没有托盘。</translation>
    </message>
    <message>
        <source>Tasks run on in any case. Where there is no tray, the window stays.</source>
        <translation>任务始终会继续运行。没有托盘时，窗口会保留。</translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation>登录时启动</translation>
    </message>
    <message>
        <source>Opens CNET Console when you log in to this machine.</source>
        <translation>登录此计算机时打开 CNET Console。</translation>
    </message>
    <message>
        <source>Tell when a long task has ended</source>
        <translation>长任务结束时通知</translation>
    </message>
    <message>
        <source>For tasks that ran longer than a minute.</source>
        <translation>针对运行超过一分钟的任务。</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>勿扰</translation>
    </message>
    <message>
        <source>Nothing pops up; the list of notifications goes on.</source>
        <translation>不再弹出；通知列表照常记录。</translation>
    </message>
</context>
<context>
    <name>CoreMeters</name>
    <message>
        <source>Load of each core</source>
        <translation>各核心负载</translation>
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
        <translation>{count} 核</translation>
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
        <source>Runtimes</source>
        <translation>运行环境</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Let the agent look again what it can run</source>
        <translation>让 Agent 重新检查可运行的内容</translation>
    </message>
    <message>
        <source>The agent does not answer.</source>
        <translation>Agent 没有响应。</translation>
    </message>
</context>
<context>
    <name>DataDirectoryRow</name>
    <message>
        <source>Open the data directory</source>
        <translation>打开数据目录</translation>
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
        <translation>一个版本</translation>
    </message>
    <message>
        <source>The other version</source>
        <translation>另一个版本</translation>
    </message>
    <message>
        <source>Percent of the other version</source>
        <translation>另一个版本的百分比</translation>
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
        <translation>未加载的版本会先加载。</translation>
    </message>
    <message>
        <source>Choose two versions.</source>
        <translation>请选择两个版本。</translation>
    </message>
</context>
<context>
    <name>EditTaskDialog</name>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>What waits with a higher priority starts earlier.</source>
        <translation>等待中优先级较高的先启动。</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>One on each line, as name=value</source>
        <translation>每行一个，写作 name=value</translation>
    </message>
    <message>
        <source>One on each line, as name=value.</source>
        <translation>每行一个，写作 name=value。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
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
    <name>FieldPanel</name>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>stands in the task in braces</source>
        <translation>在任务中写于花括号内</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>one a line</source>
        <translation>每行一个</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>empty at first</source>
        <translation>初始为空</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>无限制</translation>
    </message>
    <message>
        <source>Most</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>While empty</source>
        <translation>为空时</translation>
    </message>
    <message>
        <source>what is shown in it</source>
        <translation>其中显示的内容</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Shown when</source>
        <translation>显示条件</translation>
    </message>
    <message>
        <source>always; or: operation = train, evaluate</source>
        <translation>始终；或：operation = train, evaluate</translation>
    </message>
    <message>
        <source>Must be filled in</source>
        <translation>必须填写</translation>
    </message>
    <message>
        <source>Seldom changed</source>
        <translation>很少更改</translation>
    </message>
</context>
<context>
    <name>FieldsPage</name>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Add field</source>
        <translation>添加字段</translation>
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
        <translation>移除此字段</translation>
    </message>
    <message>
        <source>It has no fields: it runs as it is. Add one to be asked for a value.</source>
        <translation>它没有字段：直接运行。添加字段即可在运行前询问值。</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Move field</source>
        <translation>移动字段</translation>
    </message>
    <message>
        <source>Remove field</source>
        <translation>移除字段</translation>
    </message>
    <message>
        <source>It is the first one.</source>
        <translation>它是第一个。</translation>
    </message>
    <message>
        <source>It is the last one.</source>
        <translation>它是最后一个。</translation>
    </message>
</context>
<context>
    <name>FigureView</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
</context>
<context>
    <name>FileTable</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改时间</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>First steps</source>
        <translation>入门步骤</translation>
    </message>
    <message>
        <source>The agent runs</source>
        <translation>Agent 已运行</translation>
    </message>
    <message>
        <source>A first task</source>
        <translation>第一个任务</translation>
    </message>
    <message>
        <source>Run a first task</source>
        <translation>运行第一个任务</translation>
    </message>
    <message>
        <source>Theme and language</source>
        <translation>主题与语言</translation>
    </message>
    <message>
        <source>Choose theme and language</source>
        <translation>选择主题与语言</translation>
    </message>
    <message>
        <source>Docker found</source>
        <translation>已找到 Docker</translation>
    </message>
    <message>
        <source>Get Docker</source>
        <translation>获取 Docker</translation>
    </message>
    <message>
        <source>Dismiss the first steps</source>
        <translation>关闭入门步骤</translation>
    </message>
    <message>
        <source>The agent does not answer.</source>
        <translation>Agent 没有响应。</translation>
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
        <translation>表单中的更改没有保存在其他地方。</translation>
    </message>
    <message>
        <source>Discard what you typed?</source>
        <translation>放弃您输入的内容？</translation>
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
    <name>FrontDesk</name>
    <message>
        <source>That did not work</source>
        <translation>操作未成功</translation>
    </message>
    <message>
        <source>{node} is not connected any more.</source>
        <translation>{node} 已不再连接。</translation>
    </message>
    <message>
        <source>connect to {url}</source>
        <translation>连接 {url}</translation>
    </message>
    <message>
        <source>Connect to another node…</source>
        <translation>连接其他节点…</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>新建任务</translation>
    </message>
    <message>
        <source>The agent does not answer.</source>
        <translation>Agent 没有响应。</translation>
    </message>
    <message>
        <source>Show the notifications</source>
        <translation>显示通知</translation>
    </message>
    <message>
        <source>Disturb me again</source>
        <translation>关闭勿扰</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>勿扰</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>help keys</source>
        <translation>帮助 按键 help keys</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
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
        <translation>另有 {count} 个</translation>
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
        <source>90 d</source>
        <translation>90 天</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>保存图表</translation>
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
        <source>The agent does not answer; its history cannot be read.</source>
        <translation>Agent 没有响应；无法读取其历史。</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>另存为 PNG…</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>另存为 CSV…</translation>
    </message>
</context>
<context>
    <name>HistoryChart</name>
    <message>
        <source>Resource history; arrow keys read values</source>
        <translation>资源历史；用方向键读取数值</translation>
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
    <name>JobAttempts</name>
    <message>
        <source>Attempts</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>Open task</source>
        <translation>打开任务</translation>
    </message>
</context>
<context>
    <name>JobProgress</name>
    <message>
        <source>The running task</source>
        <translation>正在运行的任务</translation>
    </message>
    <message>
        <source>Show the task {name}</source>
        <translation>显示任务 {name}</translation>
    </message>
</context>
<context>
    <name>LegendEntry</name>
    <message>
        <source>Show or hide {name}</source>
        <translation>显示或隐藏 {name}</translation>
    </message>
</context>
<context>
    <name>LicencesDialog</name>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Find a component</source>
        <translation>查找组件</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>许可证全文</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Components: {count}</source>
        <translation>组件：{count}</translation>
    </message>
    <message>
        <source>Its package names no licence.</source>
        <translation>其软件包未注明许可证。</translation>
    </message>
    <message>
        <source>Its package brings no text.</source>
        <translation>其软件包未附全文。</translation>
    </message>
</context>
<context>
    <name>LimitCurve</name>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>It rose to {most} of {limit}</source>
        <translation>最高达到 {most} / {limit}</translation>
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
        <translation>加载模型</translation>
    </message>
    <message>
        <source>Load new version</source>
        <translation>加载新版本</translation>
    </message>
    <message>
        <source>of {name}</source>
        <translation>属于 {name}</translation>
    </message>
    <message>
        <source>on {node}</source>
        <translation>在 {node} 上</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>加载</translation>
    </message>
    <message>
        <source>It is loaded, warmed up, and then takes requests.</source>
        <translation>它会先加载并预热，然后开始接收请求。</translation>
    </message>
</context>
<context>
    <name>LogBar</name>
    <message>
        <source>Show times</source>
        <translation>显示时间</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>长行自动换行</translation>
    </message>
    <message>
        <source>Copy what is selected, or everything</source>
        <translation>复制所选内容，未选则复制全部</translation>
    </message>
    <message>
        <source>Save the log…</source>
        <translation>保存日志…</translation>
    </message>
    <message>
        <source>Open the folder of the log</source>
        <translation>打开日志所在文件夹</translation>
    </message>
    <message>
        <source>Takes too long</source>
        <translation>耗时过长</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>无匹配</translation>
    </message>
    <message>
        <source>{position} of {total}</source>
        <translation>第 {position} / {total} 个</translation>
    </message>
    <message>
        <source>Attempt {number}</source>
        <translation>第 {number} 次尝试</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search in the log</source>
        <translation>在日志中搜索</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>上一个匹配 (Shift+F3)</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>下一个匹配 (F3)</translation>
    </message>
    <message>
        <source>Capitals matter</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>Filter lines</source>
        <translation>筛选行</translation>
    </message>
    <message>
        <source>Lines that name no level count as Info.</source>
        <translation>未注明级别的行按“信息”计。</translation>
    </message>
</context>
<context>
    <name>LogBars</name>
    <message>
        <source>Lines over time</source>
        <translation>各时间的行数</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>{width} a bar, darker is in view</source>
        <translation>每条 {width}，较深的为可见部分</translation>
    </message>
</context>
<context>
    <name>LogFilters</name>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Choose no source</source>
        <translation>不选任何来源</translation>
    </message>
    <message>
        <source>Find a task</source>
        <translation>查找任务</translation>
    </message>
    <message>
        <source>Find a source</source>
        <translation>查找来源</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Lines that name no level count as Info.</source>
        <translation>未注明级别的行按“信息”计。</translation>
    </message>
    <message>
        <source>Time and text</source>
        <translation>时间与文本</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Last 15 minutes</source>
        <translation>最近 15 分钟</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>最近 1 小时</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>最近 24 小时</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>All that is kept</source>
        <translation>全部保留的内容</translation>
    </message>
    <message>
        <source>Search all logs</source>
        <translation>搜索全部日志</translation>
    </message>
    <message>
        <source>Enter searches the chosen sources, or all of them where none is chosen.</source>
        <translation>按 Enter 搜索所选来源；未选则搜索全部。</translation>
    </message>
    <message>
        <source>Search the chosen logs</source>
        <translation>搜索所选日志</translation>
    </message>
    <message>
        <source>No more than {count} can be shown at once.</source>
        <translation>一次最多显示 {count} 个。</translation>
    </message>
</context>
<context>
    <name>LogFoot</name>
    <message>
        <source>Load earlier lines</source>
        <translation>加载更早的行</translation>
    </message>
    <message>
        <source>F3 next · Shift+F3 previous</source>
        <translation>F3 下一个 · Shift+F3 上一个</translation>
    </message>
    <message>
        <source>Jump to the end</source>
        <translation>跳到末尾</translation>
    </message>
    <message>
        <source>{count} new lines</source>
        <translation>{count} 行新内容</translation>
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
        <translation>训练</translation>
    </message>
    <message>
        <source>Training worker</source>
        <translation>训练工作进程</translation>
    </message>
    <message>
        <source>The agent&apos;s own log</source>
        <translation>Agent 自身的日志</translation>
    </message>
    <message>
        <source>What the training service does, day by day</source>
        <translation>训练服务每天做了什么</translation>
    </message>
</context>
<context>
    <name>LogText</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Show all of this line</source>
        <translation>显示整行</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>打开 {name}</translation>
    </message>
    <message>
        <source>… show all {count} characters</source>
        <translation>… 显示全部 {count} 个字符</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>The task has ended; this is the end of its log.</source>
        <translation>任务已结束；日志到此为止。</translation>
    </message>
    <message>
        <source>{count} lines were skipped: they came too quickly to be shown.</source>
        <translation>跳过了 {count} 行：来得太快，未能显示。</translation>
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
        <translation>正在跟随</translation>
    </message>
    <message>
        <source>No line passes the filter.</source>
        <translation>没有符合筛选条件的行。</translation>
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
        <translation>重新运行</translation>
    </message>
    <message>
        <source>logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>The lines are of several files; open a task&apos;s.</source>
        <translation>这些行来自多个文件；请打开某个任务的。</translation>
    </message>
    <message>
        <source>The agent does not answer.</source>
        <translation>Agent 没有响应。</translation>
    </message>
</context>
<context>
    <name>LongLine</name>
    <message>
        <source>A long line</source>
        <translation>一个长行</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} 个字符</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>New task</source>
        <translation>新建任务</translation>
    </message>
    <message>
        <source>New task - {title}</source>
        <translation>新建任务 - {title}</translation>
    </message>
    <message>
        <source>Connect - {title}</source>
        <translation>连接 - {title}</translation>
    </message>
    <message>
        <source>A task can be started as soon as the agent is connected.</source>
        <translation>连接 Agent 后即可启动任务。</translation>
    </message>
</context>
<context>
    <name>MarkStrip</name>
    <message>
        <source>Starts and ends of tasks</source>
        <translation>任务的开始与结束</translation>
    </message>
    <message>
        <source>{count} shown</source>
        <translation>显示 {count} 项</translation>
    </message>
    <message>
        <source>{count} earlier starts and ends are not shown</source>
        <translation>有 {count} 个更早的开始与结束未显示</translation>
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
        <translation>回答会显示在这里。</translation>
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
        <translation>延迟</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>吞吐量</translation>
    </message>
    <message>
        <source>requests/s</source>
        <translation>请求/秒</translation>
    </message>
</context>
<context>
    <name>ModelDetails</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
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
        <translation>启动</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Loaded</source>
        <translation>加载用时</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>来源</translation>
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
        <translation>没有符合条件的模型。</translation>
    </message>
    <message>
        <source>Filter the models</source>
        <translation>筛选模型</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>加载中</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Load new version…</source>
        <translation>加载新版本…</translation>
    </message>
    <message>
        <source>Open task</source>
        <translation>打开任务</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>复制 ID</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>复制地址</translation>
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
        <translation>发送</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>复制为 curl</translation>
    </message>
    <message>
        <source>Copy as Python</source>
        <translation>复制为 Python</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Input as JSON</source>
        <translation>JSON 格式的输入</translation>
    </message>
    <message>
        <source>A number, a list, a matrix or named columns</source>
        <translation>一个数字、列表、矩阵或命名列</translation>
    </message>
    <message>
        <source>Use as input</source>
        <translation>用作输入</translation>
    </message>
    <message>
        <source>Last calls</source>
        <translation>最近的调用</translation>
    </message>
    <message>
        <source>Nothing was sent yet.</source>
        <translation>还没有发送任何请求。</translation>
    </message>
    <message>
        <source>The form shows once the model is loaded.</source>
        <translation>模型加载后会显示表单。</translation>
    </message>
    <message>
        <source>Its input is too large for a form; write it as JSON.</source>
        <translation>输入过大，不适合表单，请用 JSON 填写。</translation>
    </message>
    <message>
        <source>{field} needs a number.</source>
        <translation>{field} 需要一个数字。</translation>
    </message>
    <message>
        <source>This is not JSON: {why}</source>
        <translation>这不是 JSON：{why}</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>It is not being served; start it.</source>
        <translation>它未在提供服务，请启动它。</translation>
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
        <translation>正在读取版本…</translation>
    </message>
    <message>
        <source>Make live</source>
        <translation>设为当前版本</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>回退</translation>
    </message>
    <message>
        <source>Divide traffic…</source>
        <translation>分配流量…</translation>
    </message>
    <message>
        <source>Load new version…</source>
        <translation>加载新版本…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>made by {task}</source>
        <translation>由 {task} 生成</translation>
    </message>
    <message>
        <source>To version {version}</source>
        <translation>回到版本 {version}</translation>
    </message>
    <message>
        <source>There is nothing to go back to.</source>
        <translation>没有可以回退的状态。</translation>
    </message>
    <message>
        <source>That takes two versions.</source>
        <translation>这需要两个版本。</translation>
    </message>
    <message>
        <source>It gets requests; have others get them first.</source>
        <translation>它正在接收请求，请先把请求分给其他版本。</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Load model…</source>
        <translation>加载模型…</translation>
    </message>
    <message>
        <source>No model is served yet</source>
        <translation>还没有模型在提供服务</translation>
    </message>
    <message>
        <source>Load one from a file, from a script of your own, or from a finished training job; it is then asked here, over HTTP, and by every client of the Open Inference Protocol.</source>
        <translation>从文件、自己的脚本或已完成的训练任务加载一个模型，之后就可以在这里、通过 HTTP 以及用任何支持 Open Inference Protocol 的客户端来调用它。</translation>
    </message>
    <message>
        <source>Training…</source>
        <translation>正在训练…</translation>
    </message>
    <message>
        <source>Train and serve an example</source>
        <translation>训练并部署一个示例</translation>
    </message>
</context>
<context>
    <name>NarrowBar</name>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>NewJobDialog</name>
    <message>
        <source>New training job</source>
        <translation>新建训练作业</translation>
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
        <translation>{line} 不是变量：请写成 NAME=value</translation>
    </message>
    <message>
        <source>Give {names} again: the agent keeps secrets to itself.</source>
        <translation>请重新填写 {names}：Agent 不会透露机密。</translation>
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
        <source>Edit, duplicate, export or delete the preset</source>
        <translation>编辑、复制、导出或删除此预设</translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation>另存为预设</translation>
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
        <source>Container</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>Runs an image in Docker, with every setting.</source>
        <translation>在 Docker 中运行镜像，可设置所有选项。</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>Runs a command, with every setting there is.</source>
        <translation>运行命令，可使用全部设置。</translation>
    </message>
    <message>
        <source>Go on by hand</source>
        <translation>手动继续</translation>
    </message>
    <message>
        <source>The form by hand has changes of yours.</source>
        <translation>手动填写的表单中有您的更改。</translation>
    </message>
    <message>
        <source>Replace what you typed by hand?</source>
        <translation>替换您手动输入的内容？</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>The form for the new task has changes that are kept nowhere else.</source>
        <translation>新任务表单中的更改没有保存在其他地方。</translation>
    </message>
    <message>
        <source>Discard what you typed?</source>
        <translation>放弃您输入的内容？</translation>
    </message>
</context>
<context>
    <name>NewTokenDialog</name>
    <message>
        <source>New token</source>
        <translation>新建令牌</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name of the token</source>
        <translation>令牌名称</translation>
    </message>
    <message>
        <source>Who or what will use it</source>
        <translation>谁或什么程序将使用它</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>The token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>It is shown this once: only its digest is kept. Send it as “Authorization: Bearer …”, and never in an address.</source>
        <translation>仅此一次显示：只保存其摘要。请以“Authorization: Bearer …”发送，切勿放在地址中。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Make token</source>
        <translation>生成令牌</translation>
    </message>
    <message>
        <source>Give it a name first.</source>
        <translation>请先命名。</translation>
    </message>
    <message>
        <source>“{name}” is made: {role}</source>
        <translation>“{name}”已生成：{role}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
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
        <source>Change address or token…</source>
        <translation>更改地址或令牌…</translation>
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
    <name>NoticeDelegate</name>
    <message>
        <source>Show the task</source>
        <translation>显示任务</translation>
    </message>
</context>
<context>
    <name>NoticeFeed</name>
    <message>
        <source>Connection to {node} lost</source>
        <translation>与 {node} 的连接已断开</translation>
    </message>
    <message>
        <source>Connection to {node} is back</source>
        <translation>与 {node} 的连接已恢复</translation>
    </message>
    <message>
        <source>It was gone for {time}.</source>
        <translation>中断了 {time}。</translation>
    </message>
    <message>
        <source>{count} tasks failed</source>
        <translation>{count} 个任务失败</translation>
    </message>
    <message>
        <source>{count} tasks ended</source>
        <translation>{count} 个任务已结束</translation>
    </message>
    <message>
        <source>{name} failed</source>
        <translation>{name} 失败</translation>
    </message>
    <message>
        <source>It ran for {time}.</source>
        <translation>运行了 {time}。</translation>
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
        <translation>{node} 的消息</translation>
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
        <translation>还没有通知。长任务结束、失败和断开的连接会记录在这里。</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>勿扰</translation>
    </message>
    <message>
        <source>Do not disturb: notifications are kept here, and nothing pops up</source>
        <translation>勿扰：通知会记录在这里，不再弹出</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>There is nothing to clear</source>
        <translation>没有可清除的内容</translation>
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
    <name>Palette</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>搜索或执行命令</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>more actions</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>Type &gt; for actions, # for tasks</source>
        <translation>输入 &gt; 查找操作，# 查找任务</translation>
    </message>
    <message>
        <source>Nothing is called “{text}”. Pages, tasks, presets and actions were searched.</source>
        <translation>没有名为“{text}”的内容。已搜索页面、任务、预设和操作。</translation>
    </message>
    <message>
        <source>What to do with {title}?</source>
        <translation>要对 {title} 做什么？</translation>
    </message>
</context>
<context>
    <name>PresetActions</name>
    <message>
        <source>It is built in; duplicate it to have one of your own.</source>
        <translation>它是内置的；创建副本即可拥有您自己的。</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>创建副本…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>New preset</source>
        <translation>新建预设</translation>
    </message>
    <message>
        <source>{name} (copy)</source>
        <translation>{name}（副本）</translation>
    </message>
    <message>
        <source>Export {name}</source>
        <translation>导出 {name}</translation>
    </message>
    <message>
        <source>Presets (*.yaml)</source>
        <translation>预设 (*.yaml)</translation>
    </message>
    <message>
        <source>Import a preset</source>
        <translation>导入预设</translation>
    </message>
    <message>
        <source>Presets (*.yaml *.yml)</source>
        <translation>预设 (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>{file} cannot be written: {reason}.</source>
        <translation>无法写入 {file}：{reason}。</translation>
    </message>
    <message>
        <source>Not a preset: {place}</source>
        <translation>不是预设：{place}</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}.</source>
        <translation>无法读取 {file}：{reason}。</translation>
    </message>
    <message>
        <source>Delete the preset {name}?</source>
        <translation>删除预设 {name}？</translation>
    </message>
    <message>
        <source>Tasks that were made with it stay. Export it first to keep a copy.</source>
        <translation>用它创建的任务会保留。如需保留副本，请先导出。</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>此操作无法撤销。</translation>
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
    <name>PresetEditor</name>
    <message>
        <source>Edit preset</source>
        <translation>编辑预设</translation>
    </message>
    <message>
        <source>New preset</source>
        <translation>新建预设</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>What to edit</source>
        <translation>编辑内容</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>The task as JSON. A field&apos;s value stands where its id is in braces; what names an empty field is left out.</source>
        <translation>任务的 JSON。花括号中的标识会换成字段的值；引用空字段的部分会被省略。</translation>
    </message>
    <message>
        <source>The task as JSON</source>
        <translation>任务的 JSON</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>It can be kept as it is.</source>
        <translation>可以按现状保存。</translation>
    </message>
    <message>
        <source>Task, line {line}, column {column}: {problem}</source>
        <translation>任务，第 {line} 行第 {column} 列：{problem}</translation>
    </message>
    <message>
        <source>Field {name}: {problem}</source>
        <translation>字段 {name}：{problem}</translation>
    </message>
    <message>
        <source>{part}: {problem}</source>
        <translation>{part}：{problem}</translation>
    </message>
    <message>
        <source>Discard the changes to {name}?</source>
        <translation>放弃对 {name} 的更改？</translation>
    </message>
    <message>
        <source>They are not saved yet.</source>
        <translation>尚未保存。</translation>
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
        <translation>出错时</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未设置</translation>
    </message>
</context>
<context>
    <name>PresetGallery</name>
    <message>
        <source>By hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>a command, with every setting</source>
        <translation>一条命令，含全部设置</translation>
    </message>
    <message>
        <source>an image, in Docker</source>
        <translation>Docker 中的镜像</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>Find a preset</source>
        <translation>查找预设</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>No preset has these words.</source>
        <translation>没有预设包含这些词。</translation>
    </message>
    <message>
        <source>New preset…</source>
        <translation>新建预设…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>Your presets</source>
        <translation>您的预设</translation>
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
        <translation>预览</translation>
    </message>
    <message>
        <source>updates as you type</source>
        <translation>随输入更新</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>复制为 curl</translation>
    </message>
    <message>
        <source>Copy what is shown, secret values too</source>
        <translation>复制所示内容，包括机密值</translation>
    </message>
    <message>
        <source># The command shows when the form is filled in.</source>
        <translation># 填好表单后即显示命令。</translation>
    </message>
    <message>
        <source># The command of its image</source>
        <translation># 镜像自带的命令</translation>
    </message>
    <message>
        <source># in {folder}</source>
        <translation># 在 {folder} 中</translation>
    </message>
    <message>
        <source># {variable} holds a token of this agent</source>
        <translation># {variable} 为此 Agent 的令牌</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>PythonRow</name>
    <message>
        <source>Choose one of the Pythons found on this machine</source>
        <translation>选择在本机找到的 Python</translation>
    </message>
    <message>
        <source>This cannot be run, or is no Python.</source>
        <translation>无法运行，或不是 Python。</translation>
    </message>
    <message>
        <source>None was found on the path</source>
        <translation>PATH 中没有找到</translation>
    </message>
</context>
<context>
    <name>RecentTasks</name>
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
        <source>{name} is trained</source>
        <translation>{name} 已训练完成</translation>
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
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>Look again: {what}</source>
        <translation>重新查看：{what}</translation>
    </message>
    <message>
        <source>No connection.</source>
        <translation>没有连接。</translation>
    </message>
    <message>
        <source>Choose a row first.</source>
        <translation>请先选择一行。</translation>
    </message>
</context>
<context>
    <name>ResourceCards</name>
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
</context>
<context>
    <name>ResourceDetails</name>
    <message>
        <source>Resource details</source>
        <translation>资源详情</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>核心</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Disks</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Hardware</source>
        <translation>硬件</translation>
    </message>
    <message>
        <source>Resources of {node}</source>
        <translation>{node} 的资源</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Ctrl+C copies the chosen rows only.</source>
        <translation>Ctrl+C 只复制所选的行。</translation>
    </message>
    <message>
        <source>Nothing has been measured yet.</source>
        <translation>尚未进行测量。</translation>
    </message>
    <message>
        <source>The agent does not answer. As of {time}.</source>
        <translation>Agent 没有响应。截至 {time}。</translation>
    </message>
    <message>
        <source>Not measured: {setting} is off in the agent&apos;s configuration.</source>
        <translation>未测量：Agent 配置中 {setting} 已关闭。</translation>
    </message>
    <message>
        <source>As of {time}.</source>
        <translation>截至 {time}。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
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
        <source>Hide why</source>
        <translation>隐藏原因</translation>
    </message>
    <message>
        <source>Why {kind} cannot run here</source>
        <translation>为什么这里不能运行{kind}</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
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
    <name>SavePresetDialog</name>
    <message>
        <source>Save as preset</source>
        <translation>另存为预设</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Your presets</source>
        <translation>您的预设</translation>
    </message>
    <message>
        <source>It asks for the same fields. What you typed becomes what they hold at first.</source>
        <translation>它询问相同的字段。您输入的内容将成为初始值。</translation>
    </message>
    <message>
        <source>Which values are asked for each time? The others stay as they are.</source>
        <translation>哪些值每次都要询问？其余保持不变。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>It is kept by the agent, beside the others.</source>
        <translation>由 Agent 保存，与其他预设放在一起。</translation>
    </message>
    <message>
        <source>A built-in preset has this id.</source>
        <translation>已有内置预设使用此标识。</translation>
    </message>
    <message>
        <source>It takes the place of your preset {name}.</source>
        <translation>它将取代您的预设 {name}。</translation>
    </message>
    <message>
        <source>The preset is not saved yet.</source>
        <translation>预设尚未保存。</translation>
    </message>
    <message>
        <source>Discard what you typed?</source>
        <translation>放弃您输入的内容？</translation>
    </message>
</context>
<context>
    <name>SearchButton</name>
    <message>
        <source>Search or run a command</source>
        <translation>搜索或执行命令</translation>
    </message>
</context>
<context>
    <name>SettingEditor</name>
    <message>
        <source>Browse for {name}</source>
        <translation>浏览：{name}</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Search settings</source>
        <translation>搜索设置</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>控制台</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Training and containers</source>
        <translation>训练与容器</translation>
    </message>
    <message>
        <source>Python and environments</source>
        <translation>Python 与环境</translation>
    </message>
    <message>
        <source>Storage and retention</source>
        <translation>存储与保留</translation>
    </message>
    <message>
        <source>Network and security</source>
        <translation>网络与安全</translation>
    </message>
    <message>
        <source>Logging</source>
        <translation>日志记录</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>没有设置包含这些词。</translation>
    </message>
    <message>
        <source>Takes effect when the agent starts again: {names}</source>
        <translation>Agent 重新启动后生效：{names}</translation>
    </message>
    <message>
        <source>Start the agent again?</source>
        <translation>重新启动 Agent？</translation>
    </message>
    <message>
        <source>Tasks that run go on, and their logs stay complete. Waiting and retrying pause for a moment.</source>
        <translation>运行中的任务会继续，日志保持完整。等待和重试会暂停片刻。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新启动</translation>
    </message>
</context>
<context>
    <name>SheetHead</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Find a shortcut</source>
        <translation>查找快捷键</translation>
    </message>
    <message>
        <source>No shortcut is called “{text}”.</source>
        <translation>没有名为“{text}”的快捷键。</translation>
    </message>
</context>
<context>
    <name>SpecForm</name>
    <message>
        <source>Ports, folders and rights</source>
        <translation>端口、文件夹与权限</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>If it goes wrong</source>
        <translation>出错时</translation>
    </message>
    <message>
        <source>Order and labels</source>
        <translation>顺序与标签</translation>
    </message>
    <message>
        <source>Python packages</source>
        <translation>Python 包</translation>
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
        <translation>名称</translation>
    </message>
    <message>
        <source>label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>A value has no name.</source>
        <translation>有一个值没有名称。</translation>
    </message>
    <message>
        <source>{name} is there twice.</source>
        <translation>{name} 出现了两次。</translation>
    </message>
    <message>
        <source>Give {names} again: the agent keeps secrets to itself.</source>
        <translation>请重新填写 {names}：Agent 不会透露机密。</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未设置</translation>
    </message>
</context>
<context>
    <name>StateLine</name>
    <message>
        <source>Start again…</source>
        <translation>重新启动…</translation>
    </message>
    <message>
        <source>Start the agent again</source>
        <translation>重新启动 Agent</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>{runtime} off</source>
        <translation>{runtime}不可用</translation>
    </message>
</context>
<context>
    <name>StorageUse</name>
    <message>
        <source>Measure again</source>
        <translation>重新测量</translation>
    </message>
    <message>
        <source>{size} in all; {free} of the disk&apos;s {total} are free.</source>
        <translation>共 {size}；磁盘 {total} 中有 {free} 空闲。</translation>
    </message>
    <message>
        <source>Tasks: logs, records and their own folders</source>
        <translation>任务：日志、记录及其文件夹</translation>
    </message>
    <message>
        <source>Python environments</source>
        <translation>Python 环境</translation>
    </message>
    <message>
        <source>Logs of the agent</source>
        <translation>Agent 的日志</translation>
    </message>
    <message>
        <source>Databases</source>
        <translation>数据库</translation>
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
    <name>Switching</name>
    <message>
        <source>The token could not be remembered: {reason}.</source>
        <translation>无法记住令牌：{reason}。</translation>
    </message>
    <message>
        <source>The remembered token could not be removed: {reason}.</source>
        <translation>无法移除记住的令牌：{reason}。</translation>
    </message>
</context>
<context>
    <name>TaskActions</name>
    <message>
        <source>{count} of {all} could not be stopped: {why}</source>
        <translation>{all} 个中有 {count} 个无法停止：{why}</translation>
    </message>
    <message>
        <source>{count} of {all} could not be killed: {why}</source>
        <translation>{all} 个中有 {count} 个无法强制终止：{why}</translation>
    </message>
    <message>
        <source>{count} of {all} could not be removed: {why}</source>
        <translation>{all} 个中有 {count} 个无法移除：{why}</translation>
    </message>
    <message>
        <source>{count} of {all} could not be run again: {why}</source>
        <translation>{all} 个中有 {count} 个无法重新运行：{why}</translation>
    </message>
    <message>
        <source>There is no folder {path} any more.</source>
        <translation>文件夹 {path} 已不存在。</translation>
    </message>
    <message>
        <source>There is no folder of {name}.</source>
        <translation>{name} 没有文件夹。</translation>
    </message>
    <message>
        <source>No program here opens folders. It is {path}.</source>
        <translation>这里没有能打开文件夹的程序。路径是 {path}。</translation>
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
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
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
    <message>
        <source>Kill now</source>
        <translation>立即强制终止</translation>
    </message>
    <message>
        <source>More to do with this task</source>
        <translation>此任务的更多操作</translation>
    </message>
</context>
<context>
    <name>TaskFiles</name>
    <message>
        <source>Looking…</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>保存副本</translation>
    </message>
    <message>
        <source>It has written no files into its directory.</source>
        <translation>它没有在其目录中写入文件。</translation>
    </message>
    <message>
        <source>{count} files and folders, {size}</source>
        <translation>{count} 个文件和文件夹，{size}</translation>
    </message>
    <message>
        <source>Saving {name}: {size}</source>
        <translation>正在保存 {name}：{size}</translation>
    </message>
    <message>
        <source>{name} could not be saved: {why}.</source>
        <translation>无法保存 {name}：{why}。</translation>
    </message>
    <message>
        <source>Saved {path}</source>
        <translation>已保存 {path}</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查看</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Files of the task</source>
        <translation>任务的文件</translation>
    </message>
    <message>
        <source>Choose a file.</source>
        <translation>请选择文件。</translation>
    </message>
    <message>
        <source>This is a folder; choose a file.</source>
        <translation>这是文件夹；请选择文件。</translation>
    </message>
    <message>
        <source>The agent does not answer; this works when it is back.</source>
        <translation>Agent 没有响应；恢复后即可使用。</translation>
    </message>
</context>
<context>
    <name>TaskFilterBar</name>
    <message>
        <source>Filter the tasks</source>
        <translation>筛选任务</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>筛选列表</translation>
    </message>
    <message>
        <source>In name, command, arguments, id and labels; every word must be found</source>
        <translation>在名称、命令、参数、标识和标签中查找；每个词都须匹配</translation>
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
        <source>Choose columns</source>
        <translation>选择列</translation>
    </message>
    <message>
        <source>Read the tasks again</source>
        <translation>重新读取任务</translation>
    </message>
    <message>
        <source>All types</source>
        <translation>所有类型</translation>
    </message>
    <message>
        <source>Types and labels: {shown}</source>
        <translation>类型与标签：{shown}</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>所有标签</translation>
    </message>
</context>
<context>
    <name>TaskLimits</name>
    <message>
        <source>hard</source>
        <translation>硬限制</translation>
    </message>
    <message>
        <source>soft</source>
        <translation>软限制</translation>
    </message>
    <message>
        <source>{cores:g} cores</source>
        <translation>{cores:g} 核</translation>
    </message>
    <message>
        <source>1 core</source>
        <translation>1 核</translation>
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
        <source>Processes</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>GPU 数</translation>
    </message>
    <message>
        <source>hard: the system enforces · soft: CNET watches</source>
        <translation>硬限制：由系统强制 · 软限制：由 CNET 监视</translation>
    </message>
    <message>
        <source>Enforced by {what}</source>
        <translation>由 {what} 强制执行</translation>
    </message>
</context>
<context>
    <name>TaskListFoot</name>
    <message>
        <source>Choose none</source>
        <translation>取消选择</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>已选 {count} 项</translation>
    </message>
    <message>
        <source>Only the newest {known} of {total} tasks are looked through.</source>
        <translation>只查找了 {total} 个任务中最新的 {known} 个。</translation>
    </message>
    <message>
        <source>Looking through older tasks: {known} of {total}…</source>
        <translation>正在查找更早的任务：{known} / {total}…</translation>
    </message>
    <message>
        <source>{shown} of {total} tasks; older ones follow as you scroll.</source>
        <translation>已显示 {shown} / {total} 个任务；滚动时加载更早的。</translation>
    </message>
</context>
<context>
    <name>TaskMetrics</name>
    <message>
        <source>CPU over its life</source>
        <translation>全程处理器用量</translation>
    </message>
    <message>
        <source>Memory over its life</source>
        <translation>全程内存用量</translation>
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
        <source>{time} of CPU time</source>
        <translation>CPU 时间 {time}</translation>
    </message>
    <message>
        <source>Nothing was recorded: it did not run long enough, or long ago.</source>
        <translation>没有记录：运行时间太短，或时间已久。</translation>
    </message>
    <message>
        <source>now {value}</source>
        <translation>当前 {value}</translation>
    </message>
    <message>
        <source>There are no samples to draw: it ended too soon, or the agent began anew.</source>
        <translation>没有可绘制的采样：任务结束得太快，或 Agent 重新启动过。</translation>
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
        <translation>生成的文件</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>还有 {count} 项</translation>
    </message>
    <message>
        <source>Show in Files</source>
        <translation>在“文件”中查看</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>复制路径</translation>
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
        <translation>最后的输出</translation>
    </message>
    <message>
        <source>Limits in force</source>
        <translation>生效的限制</translation>
    </message>
    <message>
        <source>Labels and priority</source>
        <translation>标签与优先级</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Change labels and priority</source>
        <translation>更改标签与优先级</translation>
    </message>
    <message>
        <source>No labels</source>
        <translation>没有标签</translation>
    </message>
    <message>
        <source>Priority {number}</source>
        <translation>优先级 {number}</translation>
    </message>
    <message>
        <source>It has ended; its labels and priority are history.</source>
        <translation>它已结束；标签与优先级不能再改。</translation>
    </message>
    <message>
        <source>The agent does not answer; this works when it is back.</source>
        <translation>Agent 没有响应；恢复后即可使用。</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Files made</source>
        <translation>生成的文件</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Show the task that this is a rerun of</source>
        <translation>显示被重新运行的原任务</translation>
    </message>
    <message>
        <source>Rerun of</source>
        <translation>重新运行自</translation>
    </message>
    <message>
        <source>the image&apos;s own</source>
        <translation>镜像自带的</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>包</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>{data} · {epochs} epochs · batches of {size} · learning rate {rate}</source>
        <translation>{data} · {epochs} 轮 · 批次大小 {size} · 学习率 {rate}</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Epochs done</source>
        <translation>已完成轮次</translation>
    </message>
    <message>
        <source>Log file</source>
        <translation>日志文件</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>was there already</source>
        <translation>原已存在</translation>
    </message>
    <message>
        <source>from the cache</source>
        <translation>来自缓存</translation>
    </message>
    <message>
        <source>built for it</source>
        <translation>为其构建</translation>
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
</context>
<context>
    <name>TaskTableView</name>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
</context>
<context>
    <name>TaskTimeline</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
</context>
<context>
    <name>TasksPage</name>
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
    <message>
        <source>As at first</source>
        <translation>恢复初始</translation>
    </message>
    <message>
        <source>Copy “{text}”</source>
        <translation>复制“{text}”</translation>
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
    <name>TrainingFigures</name>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>排队中</translation>
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
        <translation>最多可排队 {count} 个</translation>
    </message>
    <message>
        <source>{count} of {all} jobs</source>
        <translation>{count}/{all} 个作业</translation>
    </message>
    <message>
        <source>before the start</source>
        <translation>启动之前</translation>
    </message>
</context>
<context>
    <name>TrainingImages</name>
    <message>
        <source>Copy command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>There is no image yet. Build the standard one: {name}.</source>
        <translation>还没有镜像。请构建标准镜像：{name}。</translation>
    </message>
    <message>
        <source>Step {step} of {steps} · {time}</source>
        <translation>第 {step} 步，共 {steps} 步 · {time}</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>Build the training image</source>
        <translation>构建训练镜像</translation>
    </message>
    <message>
        <source>that of the Dockerfile</source>
        <translation>Dockerfile 中的基础镜像</translation>
    </message>
    <message>
        <source>Base image</source>
        <translation>基础镜像</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Build every layer anew</source>
        <translation>重新构建每一层</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>构建</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>What the build prints stands here.</source>
        <translation>构建的输出会显示在这里。</translation>
    </message>
    <message>
        <source>Builds</source>
        <translation>构建记录</translation>
    </message>
    <message>
        <source>Nothing was built since the agent started.</source>
        <translation>Agent 启动以来没有构建过镜像。</translation>
    </message>
</context>
<context>
    <name>TrainingJobs</name>
    <message>
        <source>Training jobs</source>
        <translation>训练作业</translation>
    </message>
    <message>
        <source>No job is like that.</source>
        <translation>没有符合条件的作业。</translation>
    </message>
    <message>
        <source>Filter the jobs</source>
        <translation>筛选作业</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未结束</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Open task</source>
        <translation>打开任务</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>再次运行</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>复制…</translation>
    </message>
    <message>
        <source>Run next</source>
        <translation>下一个运行</translation>
    </message>
    <message>
        <source>Serve model…</source>
        <translation>部署模型…</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>复制 ID</translation>
    </message>
</context>
<context>
    <name>TrainingPage</name>
    <message>
        <source>Jobs</source>
        <translation>作业</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>New training job</source>
        <translation>新建训练作业</translation>
    </message>
    <message>
        <source>Build the training image</source>
        <translation>构建训练镜像</translation>
    </message>
    <message>
        <source>Nothing was trained yet</source>
        <translation>还没有训练过</translation>
    </message>
    <message>
        <source>A job trains a classifier on real data within seconds: in a container where the training image is built, and as a process everywhere.</source>
        <translation>一个作业几秒钟即可在真实数据上训练分类器：已构建训练镜像时在容器中运行，其他情况下作为进程运行。</translation>
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
    <name>_Panel</name>
    <message>
        <source>Figure of the chart: {name}</source>
        <translation>图表的指标：{name}</translation>
    </message>
    <message>
        <source>after {time}</source>
        <translation>{time} 之后</translation>
    </message>
    <message>
        <source>at epoch {epoch}</source>
        <translation>第 {epoch} 轮</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Show the value</source>
        <translation>显示值</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>needed again</source>
        <translation>需重新填写</translation>
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
        <translation>待办</translation>
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
    <name>attempts</name>
    <message>
        <source>Retry in {seconds} s</source>
        <translation>{seconds} 秒后重试</translation>
    </message>
    <message>
        <source>Attempt {number} waits</source>
        <translation>第 {number} 次尝试等待中</translation>
    </message>
    <message>
        <source>Attempt {number} running</source>
        <translation>第 {number} 次尝试运行中</translation>
    </message>
    <message>
        <source>It went on from epoch {epoch}</source>
        <translation>从第 {epoch} 轮继续</translation>
    </message>
    <message>
        <source>Attempt {number} succeeded</source>
        <translation>第 {number} 次尝试成功</translation>
    </message>
    <message>
        <source>Attempt {number} was cancelled</source>
        <translation>第 {number} 次尝试已取消</translation>
    </message>
    <message>
        <source>Attempt {number} failed</source>
        <translation>第 {number} 次尝试失败</translation>
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
    <name>calls</name>
    <message>
        <source>No answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>状态码</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Show {name}</source>
        <translation>显示 {name}</translation>
    </message>
    <message>
        <source>Copy the id</source>
        <translation>复制标识</translation>
    </message>
    <message>
        <source>It is being stopped already.</source>
        <translation>已经在停止了。</translation>
    </message>
    <message>
        <source>Stop {name}</source>
        <translation>停止 {name}</translation>
    </message>
    <message>
        <source>Run {name} again</source>
        <translation>重新运行 {name}</translation>
    </message>
    <message>
        <source>appearance colours theme</source>
        <translation>外观 颜色 主题 appearance colours theme</translation>
    </message>
    <message>
        <source>Theme: as the system has it</source>
        <translation>主题：跟随系统</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>主题：浅色</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>主题：深色</translation>
    </message>
    <message>
        <source>as the system has it</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Language: {name}</source>
        <translation>语言：{name}</translation>
    </message>
    <message>
        <source>Copy the agent&apos;s address</source>
        <translation>复制 Agent 的地址</translation>
    </message>
    <message>
        <source>There is no agent yet.</source>
        <translation>还没有 Agent。</translation>
    </message>
    <message>
        <source>Open the data directory</source>
        <translation>打开数据目录</translation>
    </message>
    <message>
        <source>Open the folder of the agent&apos;s logs</source>
        <translation>打开 Agent 日志所在文件夹</translation>
    </message>
    <message>
        <source>It is on another machine.</source>
        <translation>它在另一台机器上。</translation>
    </message>
    <message>
        <source>New training job</source>
        <translation>新建训练作业</translation>
    </message>
    <message>
        <source>train model epochs</source>
        <translation>训练 模型 轮次</translation>
    </message>
    <message>
        <source>Build the training image</source>
        <translation>构建训练镜像</translation>
    </message>
    <message>
        <source>Load model…</source>
        <translation>加载模型…</translation>
    </message>
    <message>
        <source>serve inference deploy</source>
        <translation>部署 推理 服务</translation>
    </message>
    <message>
        <source>The agent does not answer.</source>
        <translation>Agent 没有响应。</translation>
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
    <name>curves</name>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>验证损失</translation>
    </message>
    <message>
        <source>Validation accuracy</source>
        <translation>验证准确率</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
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
    <name>edit_task</name>
    <message>
        <source>Labels and priority of {name}</source>
        <translation>{name} 的标签与优先级</translation>
    </message>
    <message>
        <source>A priority is a whole number from {least} to {most}.</source>
        <translation>优先级是 {least} 到 {most} 的整数。</translation>
    </message>
    <message>
        <source>“{line}” has no name before its “=”.</source>
        <translation>“{line}”的“=”之前没有名称。</translation>
    </message>
    <message>
        <source>“{name}” is there twice.</source>
        <translation>“{name}”出现了两次。</translation>
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
        <translation>1、5、15 分钟负载：{load}</translation>
    </message>
    <message>
        <source>{count} threads</source>
        <translation>{count} 线程</translation>
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
        <translation>交换空间：{used} / {total}</translation>
    </message>
    <message>
        <source>of {total}</source>
        <translation>共 {total}</translation>
    </message>
    <message>
        <source>No local file system is mounted.</source>
        <translation>没有挂载本地文件系统。</translation>
    </message>
    <message>
        <source>of {total} on {mount}</source>
        <translation>共 {total}，位于 {mount}</translation>
    </message>
    <message>
        <source>{mount}: {used} of {total} used</source>
        <translation>{mount}：已用 {used} / {total}</translation>
    </message>
    <message>
        <source>The line: read and written together, now {rate}/s</source>
        <translation>曲线：读写合计，当前 {rate}/s</translation>
    </message>
    <message>
        <source>{interface}: {received}/s received, {sent}/s sent</source>
        <translation>{interface}：接收 {received}/s，发送 {sent}/s</translation>
    </message>
    <message>
        <source>Not measured: {setting} is off in the agent&apos;s configuration.</source>
        <translation>未测量：Agent 配置中 {setting} 已关闭。</translation>
    </message>
</context>
<context>
    <name>images</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>For</source>
        <translation>用于</translation>
    </message>
    <message>
        <source>jobs that name none</source>
        <translation>未指定镜像的作业</translation>
    </message>
    <message>
        <source>Built on</source>
        <translation>基于</translation>
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
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>构建</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>From cache</source>
        <translation>来自缓存</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Built</source>
        <translation>已构建</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
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
        <translation>训练作业</translation>
    </message>
    <message>
        <source>Trains a classifier, is tried again when it fails, and goes on from its checkpoint.</source>
        <translation>训练一个分类器；失败时自动重试，并从检查点继续。</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>A CSV file of the workspace; its last column is the class.</source>
        <translation>工作区中的 CSV 文件；最后一列是类别。</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>passes over the data</source>
        <translation>遍历数据的次数</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批次大小</translation>
    </message>
    <message>
        <source>samples a step</source>
        <translation>每步的样本数</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Made of the data where it is left empty.</source>
        <translation>留空时由数据名生成。</translation>
    </message>
    <message>
        <source>Runs as</source>
        <translation>运行方式</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>The standard one where it is left empty.</source>
        <translation>留空时使用标准镜像。</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>脚本</translation>
    </message>
    <message>
        <source>Of your own, in the workspace. It finds EPOCHS, BATCH_SIZE, LEARNING_RATE and DATASET in its environment.</source>
        <translation>工作区中您自己的脚本。它可从环境变量 EPOCHS、BATCH_SIZE、LEARNING_RATE 和 DATASET 读取参数。</translation>
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
        <translation>留空时使用全部。</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>重试次数</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>A variable a line.</source>
        <translation>每行一个变量。</translation>
    </message>
    <message>
        <source>Log folder</source>
        <translation>日志文件夹</translation>
    </message>
    <message>
        <source>Of the workspace.</source>
        <translation>相对于工作区。</translation>
    </message>
</context>
<context>
    <name>jobs</name>
    <message>
        <source>Queued</source>
        <translation>排队中</translation>
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
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <source>Retrying</source>
        <translation>等待重试</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余时间</translation>
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
    <name>marks</name>
    <message>
        <source>{name}, attempt {number}</source>
        <translation>{name}，第 {number} 次尝试</translation>
    </message>
    <message>
        <source>{name} started · {time}</source>
        <translation>{name} 已开始 · {time}</translation>
    </message>
    <message>
        <source>{name} failed · {time}</source>
        <translation>{name} 失败 · {time}</translation>
    </message>
    <message>
        <source>{name} failed: {cause} · {time}</source>
        <translation>{name} 失败：{cause} · {time}</translation>
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
        <translation>更早的 {count} 项</translation>
    </message>
</context>
<context>
    <name>merged_log</name>
    <message>
        <source>The search did not work.</source>
        <translation>搜索未成功。</translation>
    </message>
    <message>
        <source>Nothing is chosen.</source>
        <translation>没有选择任何内容。</translation>
    </message>
    <message>
        <source>Choose at the left whose lines to show.</source>
        <translation>请在左侧选择要显示谁的行。</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>Reading the logs…</source>
        <translation>正在读取日志…</translation>
    </message>
    <message>
        <source>No line was found.</source>
        <translation>没有找到行。</translation>
    </message>
    <message>
        <source>There are no lines yet.</source>
        <translation>还没有行。</translation>
    </message>
    <message>
        <source>All of these tasks have ended.</source>
        <translation>这些任务都已结束。</translation>
    </message>
    <message>
        <source>{name}: {lost} lines were skipped.</source>
        <translation>{name}：跳过了 {lost} 行。</translation>
    </message>
    <message>
        <source>{name}: the agent does not answer; the log goes on.</source>
        <translation>{name}：Agent 没有响应；恢复后日志会继续。</translation>
    </message>
    <message>
        <source>Earlier lines are not shown; choose fewer sources for them.</source>
        <translation>未显示更早的行；请减少所选来源。</translation>
    </message>
    <message>
        <source>These are all that were found.</source>
        <translation>已显示全部结果。</translation>
    </message>
    <message>
        <source>These are the newest that were found.</source>
        <translation>已显示最新的结果。</translation>
    </message>
</context>
<context>
    <name>model_actions</name>
    <message>
        <source>Stop {name}?</source>
        <translation>停止 {name}？</translation>
    </message>
    <message>
        <source>What it computes now is answered; later requests are refused until it is started again. It stays registered.</source>
        <translation>正在计算的请求会得到回答；之后的请求会被拒绝，直到重新启动。它仍保持注册。</translation>
    </message>
    <message>
        <source>Keep serving</source>
        <translation>继续服务</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>移除 {name}？</translation>
    </message>
    <message>
        <source>All its versions are forgotten, with their logs and with files that were copied from tasks. Files of the workspace stay.</source>
        <translation>它的所有版本及其日志、从任务复制的文件都会被删除。工作区中的文件会保留。</translation>
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
        <translation>它会被卸载并删除，无法再回退到它。</translation>
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
        <translation>它会在当前版本旁边加载，预热后接管请求。</translation>
    </message>
    <message>
        <source>It is loaded in a process of its own, and takes requests once it is warmed up.</source>
        <translation>它会在独立进程中加载，预热后开始接收请求。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Clients ask for it by this: letters, digits, dots, dashes.</source>
        <translation>客户端用这个名称调用：字母、数字、点和短横线。</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>joblib, skops, ONNX, TorchScript, Keras, SavedModel or TFLite, in the workspace.</source>
        <translation>工作区中的 joblib、skops、ONNX、TorchScript、Keras、SavedModel 或 TFLite 文件。</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>脚本</translation>
    </message>
    <message>
        <source>Of your own, with load(path) and predict(model, rows).</source>
        <translation>自己的脚本，包含 load(path) 和 predict(model, rows)。</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>The id of a finished task or training job.</source>
        <translation>已完成的任务或训练任务的 ID。</translation>
    </message>
    <message>
        <source>Its file</source>
        <translation>它的文件</translation>
    </message>
    <message>
        <source>Its only model where it is left empty.</source>
        <translation>留空则使用其唯一的模型。</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>It has it for itself for as long as it is served.</source>
        <translation>服务期间由它独占。</translation>
    </message>
    <message>
        <source>Takes over once it is loaded</source>
        <translation>加载后接管请求</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
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
        <translation>加载它的脚本</translation>
    </message>
    <message>
        <source>Only where the file alone does not do.</source>
        <translation>仅在单靠文件不够时需要。</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>包</translation>
    </message>
    <message>
        <source>One a line; the usual ones where it is left empty.</source>
        <translation>每行一个；留空则使用常用的软件包。</translation>
    </message>
    <message>
        <source>Processes at least</source>
        <translation>最少进程数</translation>
    </message>
    <message>
        <source>Processes at most</source>
        <translation>最多进程数</translation>
    </message>
    <message>
        <source>More are started while requests wait.</source>
        <translation>请求排队时会启动更多进程。</translation>
    </message>
    <message>
        <source>Unload after</source>
        <translation>空闲后卸载</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>So long without a request; the next one loads it.</source>
        <translation>超过该时间没有请求则卸载，下一个请求会重新加载。</translation>
    </message>
    <message>
        <source>Input to warm up with</source>
        <translation>预热输入</translation>
    </message>
    <message>
        <source>As JSON; it is predicted before it takes requests.</source>
        <translation>JSON 格式；在接收请求之前先预测一次。</translation>
    </message>
    <message>
        <source>Rows a batch</source>
        <translation>每批行数</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>A variable a line.</source>
        <translation>每行一个变量。</translation>
    </message>
    <message>
        <source>{line} is no variable: write NAME=value</source>
        <translation>{line} 不是变量：请写成 NAME=value</translation>
    </message>
    <message>
        <source>This is not JSON: {why}</source>
        <translation>这不是 JSON：{why}</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>加载中</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>等待中</translation>
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
        <source>{share} % of {count} calls</source>
        <translation>{count} 次调用的 {share}%</translation>
    </message>
    <message>
        <source>{used} of {total}</source>
        <translation>{used} / {total}</translation>
    </message>
    <message>
        <source>1 column</source>
        <translation>1 列</translation>
    </message>
    <message>
        <source>{count} columns</source>
        <translation>{count} 列</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
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
        <translation>内存</translation>
    </message>
    <message>
        <source>Requests/s</source>
        <translation>请求/秒</translation>
    </message>
    <message>
        <source>p95 latency</source>
        <translation>p95 延迟</translation>
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
        <translation>创建时间</translation>
    </message>
    <message>
        <source>{now} % now, {then} % once it is loaded</source>
        <translation>现在 {now}%，加载后 {then}%</translation>
    </message>
    <message>
        <source>{now} % of the requests</source>
        <translation>{now}% 的请求</translation>
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
    <name>node_words</name>
    <message>
        <source>CPU cores: {count}</source>
        <translation>CPU 核数：{count}</translation>
    </message>
    <message>
        <source>memory: {size}</source>
        <translation>内存：{size}</translation>
    </message>
    <message>
        <source>free disk: {size}</source>
        <translation>可用磁盘：{size}</translation>
    </message>
    <message>
        <source>GPUs: {count}</source>
        <translation>GPU 数：{count}</translation>
    </message>
    <message>
        <source>The node has {parts}.</source>
        <translation>节点有 {parts}。</translation>
    </message>
</context>
<context>
    <name>outlook</name>
    <message>
        <source>Asking what would happen…</source>
        <translation>正在询问会发生什么…</translation>
    </message>
    <message>
        <source>What you typed stays; it can be run when the agent answers.</source>
        <translation>您输入的内容会保留；Agent 响应后即可运行。</translation>
    </message>
    <message>
        <source>Still to be filled in: {fields}</source>
        <translation>还需填写：{fields}</translation>
    </message>
    <message>
        <source>{field}: {problem}</source>
        <translation>{field}：{problem}</translation>
    </message>
    <message>
        <source>Wrong as well: {fields}</source>
        <translation>同样有误：{fields}</translation>
    </message>
    <message>
        <source>Held by {tasks}</source>
        <translation>被 {tasks} 占用</translation>
    </message>
    <message>
        <source>Choose another kind of task, or another node.</source>
        <translation>请选择其他类型的任务，或其他节点。</translation>
    </message>
    <message>
        <source>Try again when some tasks have ended.</source>
        <translation>等一些任务结束后再试。</translation>
    </message>
    <message>
        <source>Choose a folder that is there, or make it first.</source>
        <translation>请选择已有的文件夹，或先创建它。</translation>
    </message>
    <message>
        <source>Put what follows the program under its arguments.</source>
        <translation>程序之后的内容请放在参数中。</translation>
    </message>
    <message>
        <source>Give its whole path, or install it where the agent finds it.</source>
        <translation>请给出完整路径，或将其安装在 Agent 能找到的地方。</translation>
    </message>
</context>
<context>
    <name>parts</name>
    <message>
        <source>What</source>
        <translation>内容</translation>
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
        <translation>挂载于</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
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
        <translation>读取</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>接口</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
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
        <translation>发送</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation>已用内存</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>{cores} cores, {threads} threads</source>
        <translation>{cores} 核，{threads} 线程</translation>
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
        <translation>1、5、15 分钟负载</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>交换空间</translation>
    </message>
    <message>
        <source>Swap used</source>
        <translation>已用交换空间</translation>
    </message>
    <message>
        <source>Reserved by tasks</source>
        <translation>任务预留</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>主机名</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>内核</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Agent runs since</source>
        <translation>Agent 启动于</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
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
        <source>{cpu} cores, {memory} of memory</source>
        <translation>{cpu} 核，{memory} 内存</translation>
    </message>
    <message>
        <source>up</source>
        <translation>已启用</translation>
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
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>preset_words</name>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Long text</source>
        <translation>长文本</translation>
    </message>
    <message>
        <source>Whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
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
        <translation>自动</translation>
    </message>
    <message>
        <source>container</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>process</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>a script</source>
        <translation>脚本</translation>
    </message>
    <message>
        <source>a finished task</source>
        <translation>已完成的任务</translation>
    </message>
    <message>
        <source>no GPU</source>
        <translation>无</translation>
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
        <translation>此令牌不允许您进入：{reason}</translation>
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
        <source>The certificate of {address} is not one that this computer trusts. Give the agent one that is, or reach it through a tunnel: ssh -L 8081:127.0.0.1:8080 …, then connect to localhost:8081.</source>
        <translation>此计算机不信任 {address} 的证书。请为 Agent 换上受信任的证书，或通过隧道访问：ssh -L 8081:127.0.0.1:8080 …，然后连接 localhost:8081。</translation>
    </message>
    <message>
        <source>{address} does not speak TLS. For plain HTTP write http:// before it.</source>
        <translation>{address} 不支持 TLS。若用明文 HTTP，请在前面加上 http://。</translation>
    </message>
    <message>
        <source>{address} does not answer plain HTTP. Agents beyond their own machine speak TLS: write https:// before it.</source>
        <translation>{address} 不响应明文 HTTP。本机以外的 Agent 使用 TLS：请在前面加上 https://。</translation>
    </message>
    <message>
        <source>What answers at {address} is not a CNET agent.</source>
        <translation>{address} 处响应的不是 CNET Agent。</translation>
    </message>
</context>
<context>
    <name>question</name>
    <message>
        <source>Keep editing</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
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
        <translation>读取</translation>
    </message>
    <message>
        <source>May do everything: settings, tokens and the audit log too.</source>
        <translation>可做一切：包括设置、令牌和审计日志。</translation>
    </message>
    <message>
        <source>May run and stop tasks, which means any program.</source>
        <translation>可运行和停止任务，即任何程序。</translation>
    </message>
    <message>
        <source>May look at tasks, logs and figures, and change nothing.</source>
        <translation>可查看任务、日志和数据，不能更改。</translation>
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
        <translation>重新运行 {name}</translation>
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
        <translation>保存为 PNG</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>保存为 CSV</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>It could not be saved: {error}.</source>
        <translation>无法保存：{error}。</translation>
    </message>
</context>
<context>
    <name>save_file</name>
    <message>
        <source>Replace {name}?</source>
        <translation>替换 {name}？</translation>
    </message>
    <message>
        <source>There is a file of this name in {folder}.</source>
        <translation>{folder} 中已有同名文件。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
</context>
<context>
    <name>save_log</name>
    <message>
        <source>Saving… {size}</source>
        <translation>正在保存… {size}</translation>
    </message>
    <message>
        <source>The log could not be saved: {reason}</source>
        <translation>无法保存日志：{reason}</translation>
    </message>
    <message>
        <source>Saved {size} as {path}</source>
        <translation>已将 {size} 保存为 {path}</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>保存日志</translation>
    </message>
</context>
<context>
    <name>save_preset</name>
    <message>
        <source>help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Label of {value}</source>
        <translation>{value} 的标签</translation>
    </message>
    <message>
        <source>Type of {value}</source>
        <translation>{value} 的类型</translation>
    </message>
    <message>
        <source>Help for {value}</source>
        <translation>{value} 的帮助</translation>
    </message>
    <message>
        <source>A preset keeps no secret; it is asked for each time.</source>
        <translation>预设不保存机密；每次都会询问。</translation>
    </message>
    <message>
        <source>Argument {number}</source>
        <translation>参数 {number}</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>about version licences diagnostics documentation</source>
        <translation>关于 版本 许可证 诊断 文档 about version licences diagnostics documentation</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>What is measured</source>
        <translation>测量内容</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>Jobs that name nothing else</source>
        <translation>作业的默认值</translation>
    </message>
    <message>
        <source>Containers</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>Log of the agent</source>
        <translation>Agent 的日志</translation>
    </message>
    <message>
        <source>This connection</source>
        <translation>此连接</translation>
    </message>
    <message>
        <source>address version system data directory workspace</source>
        <translation>地址 版本 系统 数据目录 工作区 address version system data directory workspace</translation>
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
        <source>System</source>
        <translation>系统</translation>
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
    <message>
        <source>Audit log</source>
        <translation>审计日志</translation>
    </message>
    <message>
        <source>What was asked of the agent and what it did by itself, newest first.</source>
        <translation>对 Agent 的请求及其自行执行的操作，最新的在前。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Nothing that fits.</source>
        <translation>没有符合的内容。</translation>
    </message>
    <message>
        <source>Whose entries</source>
        <translation>谁的条目</translation>
    </message>
    <message>
        <source>local, or a token&apos;s name</source>
        <translation>local 或令牌名称</translation>
    </message>
    <message>
        <source>Show earlier ones</source>
        <translation>显示更早的</translation>
    </message>
    <message>
        <source>These are all.</source>
        <translation>已全部显示。</translation>
    </message>
    <message>
        <source>The agent answers no more at a time.</source>
        <translation>Agent 一次最多返回这么多。</translation>
    </message>
    <message>
        <source>Shown: {count}</source>
        <translation>已显示：{count}</translation>
    </message>
    <message>
        <source>Own program</source>
        <translation>自己的程序</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Cached environments</source>
        <translation>缓存的环境</translation>
    </message>
    <message>
        <source>Made once for scripts that declare their packages, and shared by tasks.</source>
        <translation>为声明了依赖包的脚本构建一次，由各任务共享。</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>包</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>No open task uses it</source>
        <translation>没有未结束的任务使用它</translation>
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
        <translation>还没有。声明了依赖包的脚本首次运行时会获得一个。</translation>
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
        <translation>没有未被任务使用的环境。</translation>
    </message>
    <message>
        <source>In use by {task}.</source>
        <translation>正被 {task} 使用。</translation>
    </message>
    <message>
        <source>In all: {count}, {size}</source>
        <translation>共计：{count} 个，{size}</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 个</translation>
    </message>
    <message>
        <source>Remove cached environments?</source>
        <translation>移除缓存的环境？</translation>
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
        <translation>释放 {size}。任务需要时会重新构建。</translation>
    </message>
    <message>
        <source>Where the agent listens</source>
        <translation>Agent 的监听位置</translation>
    </message>
    <message>
        <source>Who is trusted</source>
        <translation>信任谁</translation>
    </message>
    <message>
        <source>Left behind</source>
        <translation>遗留物</translation>
    </message>
    <message>
        <source>Processes and folders of agents that ended without tidying up.</source>
        <translation>未清理就结束的 Agent 留下的进程和文件夹。</translation>
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
        <translation>会自行消失</translation>
    </message>
    <message>
        <source>Nothing was left behind.</source>
        <translation>没有遗留物。</translation>
    </message>
    <message>
        <source>Not certainly dead, so that somebody must decide.</source>
        <translation>不能确定已终止，因此需由人决定。</translation>
    </message>
    <message>
        <source>The process and all that it started are ended.</source>
        <translation>该进程及其启动的一切都会被结束。</translation>
    </message>
    <message>
        <source>It cannot be brought back.</source>
        <translation>无法恢复。</translation>
    </message>
    <message>
        <source>Remove “{what}”?</source>
        <translation>移除“{what}”？</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>Unused environments</source>
        <translation>未使用的环境</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Finished tasks</source>
        <translation>已结束的任务</translation>
    </message>
    <message>
        <source>What it takes</source>
        <translation>占用情况</translation>
    </message>
    <message>
        <source>size disk space free tasks logs</source>
        <translation>大小 磁盘 空间 空闲 任务 日志 size disk space free tasks logs</translation>
    </message>
    <message>
        <source>Trusted</source>
        <translation>信任</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>Best available</source>
        <translation>最佳可用方式</translation>
    </message>
    <message>
        <source>Watching</source>
        <translation>监视</translation>
    </message>
    <message>
        <source>Debug</source>
        <translation>调试</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Node name</source>
        <translation>节点名称</translation>
    </message>
    <message>
        <source>What this node is called in lists.</source>
        <translation>此节点在列表中的名称。</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>主机名</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Where the node is, in the large.</source>
        <translation>节点所在的大范围。</translation>
    </message>
    <message>
        <source>Data centre</source>
        <translation>数据中心</translation>
    </message>
    <message>
        <source>Where the node is, in the small.</source>
        <translation>节点所在的小范围。</translation>
    </message>
    <message>
        <source>The folder where relative paths of tasks start.</source>
        <translation>任务相对路径的起点文件夹。</translation>
    </message>
    <message>
        <source>CNET in the home folder</source>
        <translation>主文件夹中的 CNET</translation>
    </message>
    <message>
        <source>Where the agent keeps tasks, logs and environments.</source>
        <translation>Agent 保存任务、日志和环境的位置。</translation>
    </message>
    <message>
        <source>The user&apos;s own</source>
        <translation>用户自己的</translation>
    </message>
    <message>
        <source>Where to listen. Beyond this machine with TLS and tokens.</source>
        <translation>监听地址。对本机以外使用 TLS 和令牌。</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>0 takes a free one.</source>
        <translation>0 表示使用空闲端口。</translation>
    </message>
    <message>
        <source>Own programs on this machine</source>
        <translation>本机上自己的程序</translation>
    </message>
    <message>
        <source>Whether they are trusted without a token.</source>
        <translation>是否无需令牌即信任它们。</translation>
    </message>
    <message>
        <source>Plain HTTP beyond this machine</source>
        <translation>对本机以外使用明文 HTTP</translation>
    </message>
    <message>
        <source>Without TLS, everybody on the way can read and change all.</source>
        <translation>没有 TLS，途中任何人都能读取并篡改一切。</translation>
    </message>
    <message>
        <source>Time between samples</source>
        <translation>采样间隔</translation>
    </message>
    <message>
        <source>Such as 1s or 10s. Shorter is finer, and costs more.</source>
        <translation>例如 1s 或 10s。越短越细，开销也越大。</translation>
    </message>
    <message>
        <source>Measure the processor</source>
        <translation>测量处理器</translation>
    </message>
    <message>
        <source>Measure memory and swap</source>
        <translation>测量内存和交换空间</translation>
    </message>
    <message>
        <source>Measure disks</source>
        <translation>测量磁盘</translation>
    </message>
    <message>
        <source>Measure network interfaces</source>
        <translation>测量网络接口</translation>
    </message>
    <message>
        <source>Tasks at a time</source>
        <translation>同时运行的任务数</translation>
    </message>
    <message>
        <source>More wait in the queue until one has ended.</source>
        <translation>更多任务在队列中等待，直到有任务结束。</translation>
    </message>
    <message>
        <source>Tasks that may wait</source>
        <translation>可等待的任务数</translation>
    </message>
    <message>
        <source>Beyond them, new tasks are refused.</source>
        <translation>超出后，新任务会被拒绝。</translation>
    </message>
    <message>
        <source>Default timeout</source>
        <translation>默认超时</translation>
    </message>
    <message>
        <source>For tasks that name none. Such as 30m or 2h.</source>
        <translation>用于未指定超时的任务。例如 30m 或 2h。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Limits are enforced by</source>
        <translation>限制的执行方式</translation>
    </message>
    <message>
        <source>Control groups hold hard; watching stops what is over.</source>
        <translation>控制组为硬限制；监视会停止超限的任务。</translation>
    </message>
    <message>
        <source>Python for tasks</source>
        <translation>任务使用的 Python</translation>
    </message>
    <message>
        <source>Runs Python scripts, and environments are built on it.</source>
        <translation>运行 Python 脚本，环境也基于它构建。</translation>
    </message>
    <message>
        <source>The first python3 on the path</source>
        <translation>PATH 中的第一个 python3</translation>
    </message>
    <message>
        <source>Keep unused environments for</source>
        <translation>未使用环境的保留时间</translation>
    </message>
    <message>
        <source>Such as 90d; then they are removed.</source>
        <translation>例如 90d；之后会被移除。</translation>
    </message>
    <message>
        <source>Room that stays free</source>
        <translation>保留的空闲空间</translation>
    </message>
    <message>
        <source>New tasks are refused below it; at most 5 % of the disk.</source>
        <translation>低于此值时拒绝新任务；最多为磁盘的 5 %。</translation>
    </message>
    <message>
        <source>Remove old finished tasks</source>
        <translation>移除旧的已结束任务</translation>
    </message>
    <message>
        <source>By the rules below, and unused environments as well.</source>
        <translation>按照下面的规则，未使用的环境也一并移除。</translation>
    </message>
    <message>
        <source>Finished tasks to keep</source>
        <translation>保留的已结束任务数</translation>
    </message>
    <message>
        <source>The oldest beyond them are removed with their logs.</source>
        <translation>超出的最旧任务会连同日志一起移除。</translation>
    </message>
    <message>
        <source>Keep finished tasks for</source>
        <translation>已结束任务的保留时间</translation>
    </message>
    <message>
        <source>Such as 12h or 30d.</source>
        <translation>例如 12h 或 30d。</translation>
    </message>
    <message>
        <source>Room for finished tasks</source>
        <translation>已结束任务的空间</translation>
    </message>
    <message>
        <source>Such as 10 GB. 0 is a quarter of the disk.</source>
        <translation>例如 10 GB。0 表示磁盘的四分之一。</translation>
    </message>
    <message>
        <source>Least level on the terminal</source>
        <translation>终端上的最低级别</translation>
    </message>
    <message>
        <source>The file takes everything, Debug as well.</source>
        <translation>文件记录全部，包括调试。</translation>
    </message>
    <message>
        <source>Size of a log file</source>
        <translation>日志文件大小</translation>
    </message>
    <message>
        <source>Then the next one begins. Such as 10 MB.</source>
        <translation>之后开始下一个文件。例如 10 MB。</translation>
    </message>
    <message>
        <source>Earlier log files to keep</source>
        <translation>保留的旧日志文件数</translation>
    </message>
    <message>
        <source>Keep earlier log files for</source>
        <translation>旧日志文件的保留时间</translation>
    </message>
    <message>
        <source>Such as 7d.</source>
        <translation>例如 7d。</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Jobs run in it where it is on this node.</source>
        <translation>本节点上有该镜像时，作业在其中运行。</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>重试次数</translation>
    </message>
    <message>
        <source>How often a job that failed is tried again.</source>
        <translation>失败的作业最多重试几次。</translation>
    </message>
    <message>
        <source>Timeout of a job</source>
        <translation>作业超时</translation>
    </message>
    <message>
        <source>An attempt that takes longer is stopped.</source>
        <translation>超过此时间的尝试会被停止。</translation>
    </message>
    <message>
        <source>Memory of a job</source>
        <translation>作业内存</translation>
    </message>
    <message>
        <source>At most so much; nothing is reserved for it.</source>
        <translation>最多使用这么多；不会预留。</translation>
    </message>
    <message>
        <source>Jobs that may wait</source>
        <translation>可排队的作业数</translation>
    </message>
    <message>
        <source>More are refused until some have started.</source>
        <translation>超出的作业会被拒绝，直到有作业启动。</translation>
    </message>
    <message>
        <source>Folder of training logs</source>
        <translation>训练日志文件夹</translation>
    </message>
    <message>
        <source>Of the workspace, unless it is a whole path.</source>
        <translation>相对于工作区，除非是绝对路径。</translation>
    </message>
    <message>
        <source>Containers may have all rights</source>
        <translation>允许特权容器</translation>
    </message>
    <message>
        <source>Such a container may do on the node what root may.</source>
        <translation>这样的容器在节点上拥有 root 的全部权限。</translation>
    </message>
    <message>
        <source>Folders that containers may see</source>
        <translation>容器可见的文件夹</translation>
    </message>
    <message>
        <source>Beside the workspace; one a line.</source>
        <translation>工作区之外的文件夹；每行一个。</translation>
    </message>
    <message>
        <source>only the workspace</source>
        <translation>仅工作区</translation>
    </message>
    <message>
        <source>Second port</source>
        <translation>第二端口</translation>
    </message>
    <message>
        <source>On this machine only, for clients of the training service. 0: none.</source>
        <translation>仅限本机，供训练服务的客户端使用。0：无。</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>For programs and consoles elsewhere: what each may do, until it is revoked.</source>
        <translation>供别处的程序和控制台使用：各自的权限，直到被撤销。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>None yet. Programs of your own on this machine need none.</source>
        <translation>还没有。本机上您自己的程序不需要令牌。</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>撤销…</translation>
    </message>
    <message>
        <source>New token…</source>
        <translation>新建令牌…</translation>
    </message>
    <message>
        <source>Revoke the token “{name}”?</source>
        <translation>撤销令牌“{name}”？</translation>
    </message>
    <message>
        <source>Whoever uses it is refused at once, and what it has open is closed.</source>
        <translation>使用它的任何一方会立即被拒绝，已打开的连接会关闭。</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>shortcuts</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>任何位置</translation>
    </message>
    <message>
        <source>Where they are</source>
        <translation>所在之处</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Back to where you were</source>
        <translation>返回上一处</translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation>再次前进</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>搜索或执行命令</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>新建任务</translation>
    </message>
    <message>
        <source>Nodes and connections</source>
        <translation>节点与连接</translation>
    </message>
    <message>
        <source>Ask the agent anew</source>
        <translation>重新询问 Agent</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Send a message away</source>
        <translation>关闭消息</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
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
        <source>Next match, backwards with Shift</source>
        <translation>下一个匹配，加 Shift 反向</translation>
    </message>
    <message>
        <source>Search all logs</source>
        <translation>搜索全部日志</translation>
    </message>
    <message>
        <source>Run the new task</source>
        <translation>运行新任务</translation>
    </message>
</context>
<context>
    <name>spec_form</name>
    <message>
        <source>Exit code</source>
        <translation>退出码</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>信号</translation>
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
        <source>Lost</source>
        <translation>已丢失</translation>
    </message>
    <message>
        <source>No Python environment</source>
        <translation>没有 Python 环境</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>无限制</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>what the command runs</source>
        <translation>由命令内容得出</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>a program, such as python3</source>
        <translation>程序，例如 python3</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>One a line; quotes as in a shell.</source>
        <translation>每行一个；引号用法同 shell。</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Could not be started</source>
        <translation>无法启动</translation>
    </message>
    <message>
        <source>No image</source>
        <translation>没有镜像</translation>
    </message>
    <message>
        <source>the image&apos;s own</source>
        <translation>镜像自带的</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>such as python:3.12-slim</source>
        <translation>例如 python:3.12-slim</translation>
    </message>
    <message>
        <source>Pull the image</source>
        <translation>拉取镜像</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>One a line: 8080:80. Only this machine can reach it unless an address stands before: 0.0.0.0:8080:80.</source>
        <translation>每行一个：8080:80。只有本机能访问，除非前面写明地址：0.0.0.0:8080:80。</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>One a line: data:/data, or data:/data:ro to read only.</source>
        <translation>每行一个：data:/data；只读则写 data:/data:ro。</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>none: it reaches nobody.</source>
        <translation>none：不能访问任何网络。</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Shared memory</source>
        <translation>共享内存</translation>
    </message>
    <message>
        <source>All rights</source>
        <translation>全部权限</translation>
    </message>
    <message>
        <source>It may do on the node what root may.</source>
        <translation>它在节点上拥有与 root 相同的权限。</translation>
    </message>
    <message>
        <source>the workspace</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
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
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>What the task may write into its own directory.</source>
        <translation>任务可写入自身目录的数据量。</translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>GPU 数</translation>
    </message>
    <message>
        <source>Which GPUs</source>
        <translation>哪些 GPU</translation>
    </message>
    <message>
        <source>Their UUIDs, one a line; any where it is left empty.</source>
        <translation>GPU 的 UUID，每行一个；留空表示任意。</translation>
    </message>
    <message>
        <source>Memory cap</source>
        <translation>内存上限</translation>
    </message>
    <message>
        <source>A limit that reserves nothing of the node.</source>
        <translation>不在节点上预留内存的限制。</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>Processes and threads together.</source>
        <translation>进程与线程合计。</translation>
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
        <source>First wait</source>
        <translation>首次等待</translation>
    </message>
    <message>
        <source>Before the first retry.</source>
        <translation>第一次重试之前。</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>倍数</translation>
    </message>
    <message>
        <source>Each wait is longer by it.</source>
        <translation>每次等待按此倍数延长。</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>最长等待</translation>
    </message>
    <message>
        <source>No wait is longer.</source>
        <translation>等待不会超过此值。</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>抖动</translation>
    </message>
    <message>
        <source>The share of a wait that varies, from 0 to 1.</source>
        <translation>等待时间中随机变化的比例，0 到 1。</translation>
    </message>
    <message>
        <source>Retry after</source>
        <translation>何时重试</translation>
    </message>
    <message>
        <source>Exit codes</source>
        <translation>退出码</translation>
    </message>
    <message>
        <source>If given, only these are retried.</source>
        <translation>若填写，则只重试这些。</translation>
    </message>
    <message>
        <source>all but 0</source>
        <translation>除 0 外全部</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>from -100 to 100; higher runs earlier</source>
        <translation>-100 到 100；越高越先运行</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>包</translation>
    </message>
    <message>
        <source>One a line, as in a requirements file.</source>
        <translation>每行一个，写法同 requirements 文件。</translation>
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
        <source>Grace</source>
        <translation>宽限时间</translation>
    </message>
    <message>
        <source>then it is killed</source>
        <translation>之后强制终止</translation>
    </message>
</context>
<context>
    <name>spec_summary</name>
    <message>
        <source>CPU cores: {count:g}</source>
        <translation>CPU 核数：{count:g}</translation>
    </message>
    <message>
        <source>memory: {size}</source>
        <translation>内存：{size}</translation>
    </message>
    <message>
        <source>disk: {size}</source>
        <translation>磁盘：{size}</translation>
    </message>
    <message>
        <source>GPUs: {count}</source>
        <translation>GPU 数：{count}</translation>
    </message>
    <message>
        <source>timeout: {time}</source>
        <translation>超时：{time}</translation>
    </message>
    <message>
        <source>retries: {count}</source>
        <translation>重试次数：{count}</translation>
    </message>
</context>
<context>
    <name>stop_task</name>
    <message>
        <source>Stop {count} tasks?</source>
        <translation>停止 {count} 个任务？</translation>
    </message>
    <message>
        <source>Each is asked to end, and killed when its time for that is over. The logs are kept.</source>
        <translation>会先请每个任务结束，到时仍未结束则强制终止。日志会保留。</translation>
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
        <translation>停止 {name}？</translation>
    </message>
    <message>
        <source>It has been running for {time}. It is asked to end, and killed after {grace}. Its log is kept.</source>
        <translation>它已运行 {time}。会先请它结束，{grace} 后仍未结束则强制终止。日志会保留。</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>继续运行</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Kill {count} tasks?</source>
        <translation>强制终止 {count} 个任务？</translation>
    </message>
    <message>
        <source>What they have not saved is lost.</source>
        <translation>未保存的内容会丢失。</translation>
    </message>
    <message>
        <source>Kill {name}?</source>
        <translation>强制终止 {name}？</translation>
    </message>
    <message>
        <source>It was asked to end, and has up to {grace} for that. What it has not saved is lost.</source>
        <translation>已请它结束，最多有 {grace} 的时间。未保存的内容会丢失。</translation>
    </message>
    <message>
        <source>Let it end</source>
        <translation>等它结束</translation>
    </message>
    <message>
        <source>Kill now</source>
        <translation>立即强制终止</translation>
    </message>
    <message>
        <source>Remove {count} tasks?</source>
        <translation>移除 {count} 个任务？</translation>
    </message>
    <message>
        <source>Their logs and files are deleted with them.</source>
        <translation>其日志和文件会一并删除。</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>移除 {name}？</translation>
    </message>
    <message>
        <source>Its log and its files are deleted with it.</source>
        <translation>其日志和文件会一并删除。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>此操作无法撤销。</translation>
    </message>
    <message>
        <source>Run {count} tasks again?</source>
        <translation>重新运行 {count} 个任务？</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>重新运行</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 个</translation>
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
        <translation>以 {more} 重新运行</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>显示日志</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>重新运行</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>创建副本…</translation>
    </message>
    <message>
        <source>Why it waits</source>
        <translation>等待原因</translation>
    </message>
    <message>
        <source>The next attempt starts at {time}.</source>
        <translation>下一次尝试于 {time} 开始。</translation>
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
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>ran {time}</source>
        <translation>运行了 {time}</translation>
    </message>
    <message>
        <source>exit {code}</source>
        <translation>退出码 {code}</translation>
    </message>
</context>
<context>
    <name>task_failure</name>
    <message>
        <source>wrote {size}</source>
        <translation>写入了 {size}</translation>
    </message>
    <message>
        <source>limit {count} processes</source>
        <translation>限制 {count} 个进程</translation>
    </message>
    <message>
        <source>exit code {code}</source>
        <translation>退出码 {code}</translation>
    </message>
    <message>
        <source>after {time}</source>
        <translation>{time} 后</translation>
    </message>
    <message>
        <source>attempt {number} of {all}</source>
        <translation>第 {number} / {all} 次尝试</translation>
    </message>
    <message>
        <source>limit {limit}</source>
        <translation>限制 {limit}</translation>
    </message>
    <message>
        <source>Give it {more}, or let it use less.</source>
        <translation>请分配 {more}，或让它少用一些。</translation>
    </message>
    <message>
        <source>Raise the limit in a copy of it, or let it use less.</source>
        <translation>请在副本中提高限制，或让它少用一些。</translation>
    </message>
    <message>
        <source>Put command and folder right in a copy of it.</source>
        <translation>请在副本中改正命令和文件夹。</translation>
    </message>
    <message>
        <source>The log names the package that is missing.</source>
        <translation>日志中写明了缺少的包。</translation>
    </message>
    <message>
        <source>Put the image&apos;s name right, or pull it by hand.</source>
        <translation>更正镜像名称，或手动拉取。</translation>
    </message>
    <message>
        <source>Free some space on the node, then run it again.</source>
        <translation>请在节点上腾出一些空间，然后重新运行。</translation>
    </message>
    <message>
        <source>Look at what it had written, then run it again if it is not done.</source>
        <translation>请查看它已写入的内容，若未完成则重新运行。</translation>
    </message>
    <message>
        <source>Read the last lines of its log.</source>
        <translation>请查看日志的最后几行。</translation>
    </message>
</context>
<context>
    <name>task_log</name>
    <message>
        <source>Reading the log…</source>
        <translation>正在读取日志…</translation>
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
        <source>The attempt has ended; this is the end of its log.</source>
        <translation>这次尝试已结束，日志到此为止。</translation>
    </message>
    <message>
        <source>{lost} lines were skipped.</source>
        <translation>跳过了 {lost} 行。</translation>
    </message>
    <message>
        <source>{lost} {unit} of the log were skipped.</source>
        <translation>日志中跳过了 {lost} {unit}。</translation>
    </message>
    <message>
        <source>The agent does not answer; the log goes on when it does.</source>
        <translation>Agent 没有响应；恢复后日志会继续。</translation>
    </message>
    <message>
        <source>The log lies on {node}; save it to have it here.</source>
        <translation>日志位于 {node}；保存后即可在此使用。</translation>
    </message>
</context>
<context>
    <name>task_offers</name>
    <message>
        <source>Copy command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Kill now</source>
        <translation>立即强制终止</translation>
    </message>
    <message>
        <source>Send a signal</source>
        <translation>发送信号</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>重新运行</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>创建副本…</translation>
    </message>
    <message>
        <source>Save as preset…</source>
        <translation>另存为预设…</translation>
    </message>
    <message>
        <source>Serve model…</source>
        <translation>部署模型…</translation>
    </message>
    <message>
        <source>Labels and priority…</source>
        <translation>标签与优先级…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>复制为 curl</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Copy ids</source>
        <translation>复制标识</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>复制标识</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>复制这些行</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>复制此行</translation>
    </message>
    <message>
        <source>No task is chosen.</source>
        <translation>没有选择任务。</translation>
    </message>
    <message>
        <source>The agent does not answer; this works when it is back.</source>
        <translation>Agent 没有响应；恢复后即可使用。</translation>
    </message>
    <message>
        <source>This is for one task; choose one.</source>
        <translation>此操作针对单个任务；请选择一个。</translation>
    </message>
    <message>
        <source>The folder lies on another machine; Files has what is in it to save.</source>
        <translation>文件夹在另一台机器上；可在“文件”中保存其内容。</translation>
    </message>
    <message>
        <source>It serves a model already.</source>
        <translation>它已经在为模型提供服务。</translation>
    </message>
    <message>
        <source>This is for a task that succeeded and left a model.</source>
        <translation>仅适用于已成功并留下模型的任务。</translation>
    </message>
    <message>
        <source>It has ended already.</source>
        <translation>它已经结束了。</translation>
    </message>
    <message>
        <source>It is stopping already.</source>
        <translation>它已经在停止了。</translation>
    </message>
    <message>
        <source>This is for a task that was stopped and still runs.</source>
        <translation>此操作针对已停止但仍在运行的任务。</translation>
    </message>
    <message>
        <source>It does not run.</source>
        <translation>它没有在运行。</translation>
    </message>
    <message>
        <source>It serves a model, which has one server.</source>
        <translation>它为模型提供服务，而每个模型只有一个服务进程。</translation>
    </message>
    <message>
        <source>Presets make tasks; another training job is made by Duplicate.</source>
        <translation>预设只能创建普通任务；要再建一个训练作业，请使用“复制”。</translation>
    </message>
    <message>
        <source>It has ended; its labels and priority are history.</source>
        <translation>它已结束；标签与优先级不能再改。</translation>
    </message>
    <message>
        <source>It has not ended; stop it first.</source>
        <translation>它尚未结束；请先停止它。</translation>
    </message>
</context>
<context>
    <name>timeline</name>
    <message>
        <source>Attempt {number} of {all}</source>
        <translation>第 {number} / {all} 次尝试</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>exit code {code}</source>
        <translation>退出码 {code}</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>{ended} after {time}</source>
        <translation>{time} 后{ended}</translation>
    </message>
    <message>
        <source>{number}: running</source>
        <translation>{number}：运行中</translation>
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
        <translation>{time} 后</translation>
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
        <source>No image</source>
        <translation>没有镜像</translation>
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
        <source>Model not loaded</source>
        <translation>模型未能加载</translation>
    </message>
    <message>
        <source>A package is missing</source>
        <translation>缺少软件包</translation>
    </message>
    <message>
        <source>Mistake in its code</source>
        <translation>代码有误</translation>
    </message>
    <message>
        <source>GPU out of memory</source>
        <translation>GPU 内存不足</translation>
    </message>
    <message>
        <source>A GPU failed</source>
        <translation>GPU 故障</translation>
    </message>
    <message>
        <source>GPUs lost touch</source>
        <translation>GPU 间通信中断</translation>
    </message>
    <message>
        <source>Disk full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>Network failed</source>
        <translation>网络故障</translation>
    </message>
    <message>
        <source>An error of its own</source>
        <translation>程序自身出错</translation>
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
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>Debug</source>
        <translation>调试</translation>
    </message>
    <message>
        <source>Standard error</source>
        <translation>标准错误</translation>
    </message>
    <message>
        <source>Standard output</source>
        <translation>标准输出</translation>
    </message>
    <message>
        <source>{count} d</source>
        <translation>{count} 天</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} 小时</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} 分钟</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} 秒</translation>
    </message>
</context>
</TS>
