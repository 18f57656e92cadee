<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>agent</name>
        <message>
            <source>1 container</source>
            <translation>1 个容器</translation>
        </message>
        <message>
            <source>1 CPU core</source>
            <translation>1 个 CPU 核心</translation>
        </message>
        <message>
            <source>1 GPU</source>
            <translation>1 个 GPU</translation>
        </message>
        <message>
            <source>1 process</source>
            <translation>1 个进程</translation>
        </message>
        <message>
            <source>1 task folder</source>
            <translation>1 个任务文件夹</translation>
        </message>
        <message>
            <source>A cached environment has what it needs: {packages}.</source>
            <translation>缓存的环境已具备所需：{packages}。</translation>
        </message>
        <message>
            <source>A container cannot be given {file}: its name has a colon.</source>
            <translation>无法把 {file} 交给容器：文件名中有冒号。</translation>
        </message>
        <message>
            <source>A disk was full: {quote} Free some space.</source>
            <translation>磁盘已满：{quote}请释放一些空间。</translation>
        </message>
        <message>
            <source>A GPU failed: {quote} The driver's own log (dmesg) may say more.</source>
            <translation>GPU 出现故障：{quote}驱动程序的日志（dmesg）可能有更多信息。</translation>
        </message>
        <message>
            <source>A JSON body is needed.</source>
            <translation>需要 JSON 正文。</translation>
        </message>
        <message>
            <source>A package that it needs is missing: {quote} Add it to its requirements, or to its image.</source>
            <translation>缺少所需的软件包：{quote}请把它加入依赖或镜像。</translation>
        </message>
        <message>
            <source>A package was not found: {line} Mend requirements-training.txt.</source>
            <translation>找不到软件包：{line}请修改 requirements-training.txt。</translation>
        </message>
        <message>
            <source>A privileged container has all of this node; containers.allow_privileged allows it.</source>
            <translation>特权容器拥有整个节点的权限；containers.allow_privileged 可允许它。</translation>
        </message>
        <message>
            <source>a section</source>
            <translation>一个小节</translation>
        </message>
        <message>
            <source>a single file grew to it; it holds for each file and for its directory as a whole</source>
            <translation>有一个文件达到了该上限；上限既适用于每个文件，也适用于整个目录</translation>
        </message>
        <message>
            <source>A task uses this environment; remove it once the task has ended.</source>
            <translation>有任务正在使用此环境；等任务结束后再删除。</translation>
        </message>
        <message>
            <source>A token never belongs in an address, where logs and histories keep it; send it in the header Authorization: Bearer.</source>
            <translation>令牌绝不应写在地址中，日志和历史记录会留下它；请放在标头 Authorization: Bearer 中发送。</translation>
        </message>
        <message>
            <source>Add the user to the group docker, then log in again.</source>
            <translation>将用户加入 docker 组，然后重新登录。</translation>
        </message>
        <message>
            <source>an argument is longer than 131071 bytes; pass it in a file</source>
            <translation>某个参数超过 131071 字节；请改用文件传入</translation>
        </message>
        <message>
            <source>an environment variable</source>
            <translation>环境变量</translation>
        </message>
        <message>
            <source>An environment will be made on {python} with {packages}.</source>
            <translation>将基于 {python} 创建含 {packages} 的环境。</translation>
        </message>
        <message>
            <source>An Idempotency-Key is 1 to 255 printable ASCII characters.</source>
            <translation>Idempotency-Key 须为 1 到 255 个可打印的 ASCII 字符。</translation>
        </message>
        <message>
            <source>Another attempt would fail in the same way, so none is made.</source>
            <translation>再试一次也会以同样的方式失败，因此不再重试。</translation>
        </message>
        <message>
            <source>args and env hold too much, or one of them more than 128 KiB; pass it in a file</source>
            <translation>参数和环境变量合计过多，或其中一个超过 128 KiB；请改用文件传入</translation>
        </message>
        <message>
            <source>Argument list too long</source>
            <translation>参数列表过长</translation>
        </message>
        <message>
            <source>asks for {amount}; this node has {available}</source>
            <translation>要求 {amount}；此节点有 {available}</translation>
        </message>
        <message>
            <source>Attempt {attempt} of {attempts} failed: {why} The next one starts in {wait}.</source>
            <translation>第 {attempt} 次尝试（共 {attempts} 次）失败：{why}下一次在 {wait} 后开始。</translation>
        </message>
        <message>
            <source>Attempt {attempt} queued</source>
            <translation>第 {attempt} 次尝试已排队</translation>
        </message>
        <message>
            <source>Built in {took}.</source>
            <translation>构建用时 {took}。</translation>
        </message>
        <message>
            <source>Cannot allocate memory</source>
            <translation>无法分配内存</translation>
        </message>
        <message>
            <source>cannot be changed here: the settings themselves lie there; use --data-dir</source>
            <translation>不能在这里更改：设置本身就保存在那里；请使用 --data-dir</translation>
        </message>
        <message>
            <source>Cannot listen on {address} port {port}: {why}.</source>
            <translation>无法监听 {address} 的端口 {port}：{why}。</translation>
        </message>
        <message>
            <source>Cannot listen on {address}: {why}.</source>
            <translation>无法监听 {address}：{why}。</translation>
        </message>
        <message>
            <source>cgroup v1 limits</source>
            <translation>cgroup v1 限制</translation>
        </message>
        <message>
            <source>cgroup v2 limits</source>
            <translation>cgroup v2 限制</translation>
        </message>
        <message>
            <source>completed</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>Completed with exit code 0</source>
            <translation>已完成，退出码 0</translation>
        </message>
        <message>
            <source>Completed, but it wrote {used} into its directory, sooner than its disk limit of {limit} could stop it; raise disk_limit or write less.</source>
            <translation>已完成，但它向其目录写入了 {used}，快得来不及被 {limit} 的磁盘上限阻止；请提高 disk_limit 或减少写入。</translation>
        </message>
        <message>
            <source>Completed, but the memory limit killed one of its processes (1 time); raise memory_limit if its result is incomplete.</source>
            <translation>已完成，但内存上限结束了它的一个进程（1 次）；如果结果不完整，请提高 memory_limit。</translation>
        </message>
        <message>
            <source>Completed, but the memory limit killed one of its processes ({count} times); raise memory_limit if its result is incomplete.</source>
            <translation>已完成，但内存上限结束了它的进程（{count} 次）；如果结果不完整，请提高 memory_limit。</translation>
        </message>
        <message>
            <source>Container {name}</source>
            <translation>容器 {name}</translation>
        </message>
        <message>
            <source>Control group {path}</source>
            <translation>控制组 {path}</translation>
        </message>
        <message>
            <source>Created</source>
            <translation>已创建</translation>
        </message>
        <message>
            <source>Created as a rerun of {task}</source>
            <translation>已创建，重新运行自 {task}</translation>
        </message>
        <message>
            <source>Created from preset {preset}</source>
            <translation>已按预设 {preset} 创建</translation>
        </message>
        <message>
            <source>Created from preset {preset} as a rerun of {task}</source>
            <translation>已按预设 {preset} 创建，重新运行自 {task}</translation>
        </message>
        <message>
            <source>dependencies in the metadata of the script must be a list of text</source>
            <translation>脚本元数据中的 dependencies 必须是文本列表</translation>
        </message>
        <message>
            <source>Device or resource busy</source>
            <translation>设备或资源正忙</translation>
        </message>
        <message>
            <source>Disk quota exceeded</source>
            <translation>超出磁盘配额</translation>
        </message>
        <message>
            <source>disk_limit</source>
            <translation>磁盘上限</translation>
        </message>
        <message>
            <source>Docker cannot limit a container's disk here; leave it out.</source>
            <translation>此处的 Docker 无法限制容器的磁盘；请不要填写。</translation>
        </message>
        <message>
            <source>Docker cannot tell whether the image is there: {why}</source>
            <translation>Docker 无法确认镜像是否存在：{why}</translation>
        </message>
        <message>
            <source>Docker does not answer: {what}</source>
            <translation>Docker 没有响应：{what}</translation>
        </message>
        <message>
            <source>Docker has no NVIDIA runtime: install the NVIDIA Container Toolkit.</source>
            <translation>Docker 没有 NVIDIA 运行时：请安装 NVIDIA Container Toolkit。</translation>
        </message>
        <message>
            <source>Docker is not running, or not installed.</source>
            <translation>Docker 没有运行，或没有安装。</translation>
        </message>
        <message>
            <source>Docker refuses to answer: {what}</source>
            <translation>Docker 拒绝应答：{what}</translation>
        </message>
        <message>
            <source>Docker was not asked yet.</source>
            <translation>尚未询问 Docker。</translation>
        </message>
        <message>
            <source>Docker went away: {why}</source>
            <translation>Docker 已断开：{why}</translation>
        </message>
        <message>
            <source>Docker's disk is full. Remove what nobody needs, with docker system prune.</source>
            <translation>Docker 的磁盘已满。请用 docker system prune 删除不需要的内容。</translation>
        </message>
        <message>
            <source>Environment built in {took}</source>
            <translation>环境已在 {took} 内构建</translation>
        </message>
        <message>
            <source>Environment ready in {took}: this Python already has what it needs</source>
            <translation>环境已在 {took} 内就绪：此 Python 已具备所需</translation>
        </message>
        <message>
            <source>Environment taken from the cache in {took}</source>
            <translation>环境已在 {took} 内从缓存取得</translation>
        </message>
        <message>
            <source>Exec format error</source>
            <translation>可执行文件格式错误</translation>
        </message>
        <message>
            <source>Failed, exit code {code}</source>
            <translation>失败，退出码 {code}</translation>
        </message>
        <message>
            <source>Failed, {reason}, {signal}</source>
            <translation>失败，{reason}，{signal}</translation>
        </message>
        <message>
            <source>File name too long</source>
            <translation>文件名过长</translation>
        </message>
        <message>
            <source>Files of tasks are not served on this system.</source>
            <translation>此系统上不提供任务的文件。</translation>
        </message>
        <message>
            <source>Folder {folder} of a task</source>
            <translation>任务的文件夹 {folder}</translation>
        </message>
        <message>
            <source>follow goes on from a cursor, without {field}: read the last lines first, and follow from the X-Log-Cursor of that answer</source>
            <translation>follow 从游标继续，不能带 {field}：请先读取最后几行，再从该应答的 X-Log-Cursor 继续跟随</translation>
        </message>
        <message>
            <source>gpu_limit must be the number of gpus, or be left out</source>
            <translation>gpu_limit 必须等于 gpus 的数量，或者省略</translation>
        </message>
        <message>
            <source>gpus must not name one twice</source>
            <translation>gpus 中不能重复</translation>
        </message>
        <message>
            <source>How it ended is not known.</source>
            <translation>它如何结束不得而知。</translation>
        </message>
        <message>
            <source>Input/output error</source>
            <translation>输入/输出错误</translation>
        </message>
        <message>
            <source>Install it, or start it.</source>
            <translation>请安装或启动它。</translation>
        </message>
        <message>
            <source>Is a directory</source>
            <translation>是一个目录</translation>
        </message>
        <message>
            <source>is a place in the container: an absolute path</source>
            <translation>是容器中的位置：须为绝对路径</translation>
        </message>
        <message>
            <source>is for containers only</source>
            <translation>仅适用于容器</translation>
        </message>
        <message>
            <source>is given more than once</source>
            <translation>给出了不止一次</translation>
        </message>
        <message>
            <source>is longer than {count} characters</source>
            <translation>超过 {count} 个字符</translation>
        </message>
        <message>
            <source>is needed</source>
            <translation>是必需的</translation>
        </message>
        <message>
            <source>is not a field of this preset</source>
            <translation>不是此预设的字段</translation>
        </message>
        <message>
            <source>is not a known field</source>
            <translation>不是已知的字段</translation>
        </message>
        <message>
            <source>is not a regular expression: {why}</source>
            <translation>不是正则表达式：{why}</translation>
        </message>
        <message>
            <source>is not for containers: their packages are in the image</source>
            <translation>不适用于容器：软件包在镜像中</translation>
        </message>
        <message>
            <source>is not for tasks of one's own; POST /api/ml/models serves a model</source>
            <translation>不适用于自行提交的任务；POST /api/ml/models 可部署模型</translation>
        </message>
        <message>
            <source>is required</source>
            <translation>为必填项</translation>
        </message>
        <message>
            <source>is required for a container</source>
            <translation>对容器为必填项</translation>
        </message>
        <message>
            <source>It cannot be removed: {why}.</source>
            <translation>无法移除：{why}。</translation>
        </message>
        <message>
            <source>It cannot be used: {why}.</source>
            <translation>无法使用：{why}。</translation>
        </message>
        <message>
            <source>It could not be saved: {why}. Free some space.</source>
            <translation>无法保存：{why}。请腾出一些空间。</translation>
        </message>
        <message>
            <source>It could not be started: {why}</source>
            <translation>无法启动：{why}</translation>
        </message>
        <message>
            <source>It did not reach something over the network: {quote}</source>
            <translation>网络连接失败：{quote}</translation>
        </message>
        <message>
            <source>It ended with an error of its own: {quote}</source>
            <translation>程序自身出错而结束：{quote}</translation>
        </message>
        <message>
            <source>It ended with exit code {code}; its log may say why.</source>
            <translation>以退出码 {code} 结束；日志中或许有原因。</translation>
        </message>
        <message>
            <source>It failed for a mistake of the agent's; its log has more.</source>
            <translation>Agent 自身出错导致失败；详情见 Agent 日志。</translation>
        </message>
        <message>
            <source>it failed when its directory was full</source>
            <translation>它在目录已满时失败</translation>
        </message>
        <message>
            <source>It has ended, and no task that is open owns it.</source>
            <translation>它已结束，且没有未结束的任务拥有它。</translation>
        </message>
        <message>
            <source>It has ended, or is not what it was.</source>
            <translation>它已结束，或已不是原来的那个。</translation>
        </message>
        <message>
            <source>it has no {parts}</source>
            <translation>它缺少 {parts}</translation>
        </message>
        <message>
            <source>It is being stopped.</source>
            <translation>正在停止。</translation>
        </message>
        <message>
            <source>it is empty</source>
            <translation>它是空的</translation>
        </message>
        <message>
            <source>it is no program of this system, and no script with a first line like #!/bin/sh</source>
            <translation>它不是此系统的程序，也不是首行类似 #!/bin/sh 的脚本</translation>
        </message>
        <message>
            <source>It is not being served.</source>
            <translation>未在提供服务。</translation>
        </message>
        <message>
            <source>it is not executable; chmod +x makes it so</source>
            <translation>它不可执行；chmod +x 可使其可执行</translation>
        </message>
        <message>
            <source>It is not loaded: no requests go to it.</source>
            <translation>未加载：没有请求分给它。</translation>
        </message>
        <message>
            <source>It is unloaded: nobody asked it for {seconds} s. The next request loads it.</source>
            <translation>已卸载：{seconds} 秒内没有请求。下一个请求会重新加载它。</translation>
        </message>
        <message>
            <source>It must be an absolute path, such as /srv/work or ~/work.</source>
            <translation>必须是绝对路径，例如 /srv/work 或 ~/work。</translation>
        </message>
        <message>
            <source>it needs Python {wanted}, and {found}; install one and name it in the setting tasks.python</source>
            <translation>它需要 Python {wanted}，而 {found}；请安装一个并在设置 tasks.python 中指定</translation>
        </message>
        <message>
            <source>It ran out of memory: {quote} Use a smaller batch size.</source>
            <translation>内存不足：{quote}请使用更小的批次大小。</translation>
        </message>
        <message>
            <source>It ran out of {limit}; raise memory_limit or use less.</source>
            <translation>它超出了{limit}；请提高 memory_limit 或减少使用。</translation>
        </message>
        <message>
            <source>It ran, but the task database does not know it.</source>
            <translation>它运行过，但任务数据库不认识它。</translation>
        </message>
        <message>
            <source>It runs as a process, as asked for.</source>
            <translation>按要求作为进程运行。</translation>
        </message>
        <message>
            <source>It runs as a process: Docker here gives no GPUs to containers.</source>
            <translation>作为进程运行：这里的 Docker 不能为容器提供 GPU。</translation>
        </message>
        <message>
            <source>It runs as a process: the image {image} is not on this node yet; build it to run jobs in containers.</source>
            <translation>作为进程运行：镜像 {image} 还不在本节点上；构建它即可在容器中运行作业。</translation>
        </message>
        <message>
            <source>It runs as a process: {why}</source>
            <translation>作为进程运行：{why}</translation>
        </message>
        <message>
            <source>It runs in a container of {image}.</source>
            <translation>在 {image} 的容器中运行。</translation>
        </message>
        <message>
            <source>It runs, and no task that is open owns it.</source>
            <translation>它在运行，且没有未结束的任务拥有它。</translation>
        </message>
        <message>
            <source>It was asked for before, with the same key.</source>
            <translation>此前已用同一个键提交过。</translation>
        </message>
        <message>
            <source>It was ended by {signal}; its log may say why.</source>
            <translation>被 {signal} 结束；日志中或许有原因。</translation>
        </message>
        <message>
            <source>It was killed with SIGKILL by something other than this agent.</source>
            <translation>被此 Agent 以外的某方用 SIGKILL 结束。</translation>
        </message>
        <message>
            <source>It was made for an attempt of a task and holds no process any more.</source>
            <translation>它为任务的一次尝试而建，现已不含任何进程。</translation>
        </message>
        <message>
            <source>It was stopped by {limit}; raise timeout if it needs longer.</source>
            <translation>因{limit}而停止；如需更久，请提高 timeout。</translation>
        </message>
        <message>
            <source>It was stopped.</source>
            <translation>已停止。</translation>
        </message>
        <message>
            <source>It went over {limit}.</source>
            <translation>超出了{limit}。</translation>
        </message>
        <message>
            <source>It went over {limit}; raise disk_limit or write less.</source>
            <translation>超出了{limit}；请提高 disk_limit 或减少写入。</translation>
        </message>
        <message>
            <source>Its code cannot be read: {quote} Mend it where the log says.</source>
            <translation>代码无法解析：{quote}请按日志指出的位置修改。</translation>
        </message>
        <message>
            <source>its disk limit</source>
            <translation>其磁盘上限</translation>
        </message>
        <message>
            <source>its disk limit of {limit}</source>
            <translation>其 {limit} 的磁盘上限</translation>
        </message>
        <message>
            <source>Its GPUs lost touch with each other: {quote}</source>
            <translation>GPU 之间的通信中断：{quote}</translation>
        </message>
        <message>
            <source>Its launcher holds it and does not go on; end that process.</source>
            <translation>其启动器占着它而不再继续；请结束那个进程。</translation>
        </message>
        <message>
            <source>its limit of {limit} processes</source>
            <translation>其 {limit} 个进程的上限</translation>
        </message>
        <message>
            <source>its memory limit</source>
            <translation>其内存上限</translation>
        </message>
        <message>
            <source>its memory limit of {limit}</source>
            <translation>其 {limit} 的内存上限</translation>
        </message>
        <message>
            <source>Its Python environment could not be made: {why}</source>
            <translation>无法准备其 Python 环境：{why}</translation>
        </message>
        <message>
            <source>Its Python environment could not be made: {why}.</source>
            <translation>无法准备其 Python 环境：{why}。</translation>
        </message>
        <message>
            <source>Its Python environment is being made.</source>
            <translation>正在准备其 Python 环境。</translation>
        </message>
        <message>
            <source>Its record cannot be read, so how it ended is not known.</source>
            <translation>其记录无法读取，因此它如何结束不得而知。</translation>
        </message>
        <message>
            <source>Its record is gone, so how it ended is not known.</source>
            <translation>其记录已不存在，因此它如何结束不得而知。</translation>
        </message>
        <message>
            <source>its scopes have no control groups of version 2 that limit</source>
            <translation>其 scope 没有可作限制的第 2 版控制组</translation>
        </message>
        <message>
            <source>Its server is being started.</source>
            <translation>正在启动其服务进程。</translation>
        </message>
        <message>
            <source>Its supervisor died before the command could run, {count} times.</source>
            <translation>其监督进程在命令运行之前就已终止，共 {count} 次。</translation>
        </message>
        <message>
            <source>Its supervisor was asked to end by something other than this agent.</source>
            <translation>其监督进程被此 Agent 以外的某方要求结束。</translation>
        </message>
        <message>
            <source>Its task is known again, and not to be ended like this.</source>
            <translation>其任务又已知，不应这样结束。</translation>
        </message>
        <message>
            <source>Its task is known again.</source>
            <translation>其任务又已知。</translation>
        </message>
        <message>
            <source>Its task, {task}, has ended or is not known.</source>
            <translation>其任务 {task} 已结束或不为所知。</translation>
        </message>
        <message>
            <source>its timeout</source>
            <translation>其超时</translation>
        </message>
        <message>
            <source>its timeout of {limit}</source>
            <translation>其 {limit} 的超时</translation>
        </message>
        <message>
            <source>Its true end was found: {end}</source>
            <translation>已查明其真实结局：{end}</translation>
        </message>
        <message>
            <source>its write-ahead log is cut off</source>
            <translation>其预写日志不完整</translation>
        </message>
        <message>
            <source>its write-ahead log is gone</source>
            <translation>其预写日志丢失</translation>
        </message>
        <message>
            <source>its write-ahead log is not readable</source>
            <translation>其预写日志无法读取</translation>
        </message>
        <message>
            <source>Job {task} has ended ({status}); only what waits or runs can be cancelled.</source>
            <translation>作业 {task} 已结束（{status}）；只能取消等待中或运行中的作业。</translation>
        </message>
        <message>
            <source>Left behind by agents that ended: {what}. See /api/orphans.</source>
            <translation>已结束的 Agent 遗留了：{what}。参见 /api/orphans。</translation>
        </message>
        <message>
            <source>limits are watched, not enforced by the kernel: no control groups</source>
            <translation>限制由监视实现，而非内核强制：没有控制组</translation>
        </message>
        <message>
            <source>max must not be less than min</source>
            <translation>max 不能小于 min</translation>
        </message>
        <message>
            <source>must be 100 percent together</source>
            <translation>合计必须为 100%</translation>
        </message>
        <message>
            <source>must be a line of text without control characters</source>
            <translation>必须是不含控制字符的一行文本</translation>
        </message>
        <message>
            <source>must be a list, such as [a, b]</source>
            <translation>必须是列表，例如 [a, b]</translation>
        </message>
        <message>
            <source>must be a number</source>
            <translation>必须是数字</translation>
        </message>
        <message>
            <source>must be a number with a unit</source>
            <translation>必须是带单位的数字</translation>
        </message>
        <message>
            <source>must be a section with settings of its own</source>
            <translation>必须是含有自身设置的小节</translation>
        </message>
        <message>
            <source>must be a single line</source>
            <translation>必须是单独一行</translation>
        </message>
        <message>
            <source>must be a variable name: not empty, without '='</source>
            <translation>必须是变量名：不为空，且不含 '='</translation>
        </message>
        <message>
            <source>must be a whole number</source>
            <translation>必须是整数</translation>
        </message>
        <message>
            <source>must be at least {least}</source>
            <translation>至少为 {least}</translation>
        </message>
        <message>
            <source>must be at most {most}</source>
            <translation>至多为 {most}</translation>
        </message>
        <message>
            <source>must be empty, or more than 0 and at most 10 years, not {value}</source>
            <translation>必须为空，或大于 0 且不超过 10 年，而不是 {value}</translation>
        </message>
        <message>
            <source>must be greater than {bound}</source>
            <translation>必须大于 {bound}</translation>
        </message>
        <message>
            <source>must be less than {bound}</source>
            <translation>必须小于 {bound}</translation>
        </message>
        <message>
            <source>must be null</source>
            <translation>必须为 null</translation>
        </message>
        <message>
            <source>must be one of {choices}</source>
            <translation>必须是 {choices} 之一</translation>
        </message>
        <message>
            <source>must be text</source>
            <translation>必须是文本</translation>
        </message>
        <message>
            <source>must be text, a line for each item</source>
            <translation>必须是文本，每项一行</translation>
        </message>
        <message>
            <source>must be text, in quotes if it looks like more</source>
            <translation>必须是文本；若看起来像别的内容，请加引号</translation>
        </message>
        <message>
            <source>must be the name of an image, such as ai-training:latest</source>
            <translation>必须是镜像名称，例如 ai-training:latest</translation>
        </message>
        <message>
            <source>must be true or false</source>
            <translation>必须是 true 或 false</translation>
        </message>
        <message>
            <source>must be {expected}</source>
            <translation>必须是 {expected}</translation>
        </message>
        <message>
            <source>must be {id}, as in the address</source>
            <translation>必须是 {id}，与地址中的一致</translation>
        </message>
        <message>
            <source>must list its default_engine, {engine}, in engines</source>
            <translation>必须在 engines 中列出其 default_engine：{engine}</translation>
        </message>
        <message>
            <source>must not be nested more than {depth} deep</source>
            <translation>嵌套不得超过 {depth} 层</translation>
        </message>
        <message>
            <source>must not contain a lone surrogate</source>
            <translation>不得含有孤立的代理项</translation>
        </message>
        <message>
            <source>must not contain a NUL character</source>
            <translation>不得含有 NUL 字符</translation>
        </message>
        <message>
            <source>must not end before it starts</source>
            <translation>结尾不得早于开头</translation>
        </message>
        <message>
            <source>must not hold a whole number beyond {most}</source>
            <translation>不得含有大于 {most} 的整数</translation>
        </message>
        <message>
            <source>must not start at the home directory of a user that does not exist</source>
            <translation>不得以不存在的用户的主目录开头</translation>
        </message>
        <message>
            <source>must not start with a dash</source>
            <translation>不得以连字符开头</translation>
        </message>
        <message>
            <source>Name a path, or the task that made the file; not both.</source>
            <translation>请指定路径，或生成该文件的任务，不能两者都指定。</translation>
        </message>
        <message>
            <source>Name the model's file, or a script that loads it.</source>
            <translation>请指定模型文件，或加载模型的脚本。</translation>
        </message>
        <message>
            <source>No agent runs over {folder}, and nobody supervises its task.</source>
            <translation>没有 Agent 在 {folder} 上运行，也没有谁监督其任务。</translation>
        </message>
        <message>
            <source>No folder can be made in {path}.</source>
            <translation>无法在 {path} 中创建文件夹。</translation>
        </message>
        <message>
            <source>No image can be built here: {why}</source>
            <translation>这里无法构建镜像：{why}</translation>
        </message>
        <message>
            <source>No package index was reached: {line} Look at the network, or at pip's settings.</source>
            <translation>无法连接软件包索引：{line}请检查网络或 pip 的设置。</translation>
        </message>
        <message>
            <source>no process for it</source>
            <translation>没有可用于它的进程</translation>
        </message>
        <message>
            <source>no Python answers what it has: {found}; name another one in the setting tasks.python</source>
            <translation>没有 Python 能说明自己有哪些软件包：{found}；请在设置 tasks.python 中指定另一个</translation>
        </message>
        <message>
            <source>No registry was reached for {image}: {why} Name a base image that is on this node.</source>
            <translation>无法为 {image} 连接镜像仓库：{why}请指定本节点上已有的基础镜像。</translation>
        </message>
        <message>
            <source>No space left on device</source>
            <translation>设备上没有剩余空间</translation>
        </message>
        <message>
            <source>No such file or directory</source>
            <translation>没有那个文件或目录</translation>
        </message>
        <message>
            <source>Not a directory</source>
            <translation>不是目录</translation>
        </message>
        <message>
            <source>Not part of this version</source>
            <translation>不属于此版本</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Nothing has been measured yet; the first sample comes within a second.</source>
            <translation>尚未测量任何数据；第一个样本将在一秒内到来。</translation>
        </message>
        <message>
            <source>oom</source>
            <translation>内存不足</translation>
        </message>
        <message>
            <source>Operation not permitted</source>
            <translation>不允许的操作</translation>
        </message>
        <message>
            <source>Pages of other sites may not use this agent.</source>
            <translation>其他网站的页面不得使用此 Agent。</translation>
        </message>
        <message>
            <source>Permission denied</source>
            <translation>权限不足</translation>
        </message>
        <message>
            <source>pids_limit</source>
            <translation>进程数上限</translation>
        </message>
        <message>
            <source>Port {closed} cannot be listened on; the agent answers on port {port} only.</source>
            <translation>端口 {closed} 无法监听；Agent 只在端口 {port} 上应答。</translation>
        </message>
        <message>
            <source>Port {taken} is taken; the agent answers on port {port} only.</source>
            <translation>端口 {taken} 已被占用；Agent 只在端口 {port} 上应答。</translation>
        </message>
        <message>
            <source>Preparing its environment</source>
            <translation>正在准备其环境</translation>
        </message>
        <message>
            <source>Priority or labels changed</source>
            <translation>优先级或标签已更改</translation>
        </message>
        <message>
            <source>Process {pid}: {command}</source>
            <translation>进程 {pid}：{command}</translation>
        </message>
        <message>
            <source>Read-only file system</source>
            <translation>只读文件系统</translation>
        </message>
        <message>
            <source>requirements are provided to a script that a bare python or python3 runs; make it the command, and the script its first argument</source>
            <translation>requirements 提供给由 python 或 python3 直接运行的脚本；请以它为命令，并以脚本为第一个参数</translation>
        </message>
        <message>
            <source>requires-python in the metadata of the script must be text</source>
            <translation>脚本元数据中的 requires-python 必须是文本</translation>
        </message>
        <message>
            <source>Resource temporarily unavailable</source>
            <translation>资源暂时不可用</translation>
        </message>
        <message>
            <source>Send the agent's token in the header Authorization: Bearer. Only programs of the agent's own user on this machine need none.</source>
            <translation>请在标头 Authorization: Bearer 中发送 Agent 的令牌。只有本机上属于 Agent 自身用户的程序不需要令牌。</translation>
        </message>
        <message>
            <source>Send the body as {types}.</source>
            <translation>请以 {types} 发送请求体。</translation>
        </message>
        <message>
            <source>Send the body uncompressed.</source>
            <translation>请发送未压缩的正文。</translation>
        </message>
        <message>
            <source>should be a finite number</source>
            <translation>应为有限的数字</translation>
        </message>
        <message>
            <source>should be a valid boolean</source>
            <translation>应为有效的布尔值</translation>
        </message>
        <message>
            <source>should be a valid boolean, unable to interpret input</source>
            <translation>应为有效的布尔值，无法理解输入</translation>
        </message>
        <message>
            <source>should be a valid dictionary</source>
            <translation>应为有效的字典</translation>
        </message>
        <message>
            <source>should be a valid integer</source>
            <translation>应为有效的整数</translation>
        </message>
        <message>
            <source>should be a valid integer, got a number with a fractional part</source>
            <translation>应为有效的整数，却得到带小数的数字</translation>
        </message>
        <message>
            <source>should be a valid integer, unable to parse string as an integer</source>
            <translation>应为有效的整数，无法将文本解析为整数</translation>
        </message>
        <message>
            <source>should be a valid list</source>
            <translation>应为有效的列表</translation>
        </message>
        <message>
            <source>should be a valid number</source>
            <translation>应为有效的数字</translation>
        </message>
        <message>
            <source>should be a valid number, unable to parse string as a number</source>
            <translation>应为有效的数字，无法将文本解析为数字</translation>
        </message>
        <message>
            <source>should be a valid string</source>
            <translation>应为有效的文本</translation>
        </message>
        <message>
            <source>should be a valid tuple</source>
            <translation>应为有效的元组</translation>
        </message>
        <message>
            <source>should be greater than or equal to {ge}</source>
            <translation>应大于或等于 {ge}</translation>
        </message>
        <message>
            <source>should be greater than {gt}</source>
            <translation>应大于 {gt}</translation>
        </message>
        <message>
            <source>should be less than or equal to {le}</source>
            <translation>应小于或等于 {le}</translation>
        </message>
        <message>
            <source>should be less than {lt}</source>
            <translation>应小于 {lt}</translation>
        </message>
        <message>
            <source>should be {expected}</source>
            <translation>应为 {expected}</translation>
        </message>
        <message>
            <source>signal</source>
            <translation>信号</translation>
        </message>
        <message>
            <source>Some of its processes could not be killed.</source>
            <translation>它的一些进程无法结束。</translation>
        </message>
        <message>
            <source>Somebody is at work in it, or it is gone.</source>
            <translation>有谁正在其中工作，或它已不存在。</translation>
        </message>
        <message>
            <source>Somebody removed its container, so how it ended is not known.</source>
            <translation>有人移除了它的容器，因此它如何结束不得而知。</translation>
        </message>
        <message>
            <source>something that is not a file is in its place</source>
            <translation>在它的位置上有别的东西，不是文件</translation>
        </message>
        <message>
            <source>Started, process {pid}</source>
            <translation>已启动，进程 {pid}</translation>
        </message>
        <message>
            <source>Starts at once: {used} of {slots} slots used.</source>
            <translation>立即开始：已用 {used} 个名额，共 {slots} 个。</translation>
        </message>
        <message>
            <source>Starts in a moment, number {position}.</source>
            <translation>即将开始，排在第 {position} 位。</translation>
        </message>
        <message>
            <source>Stopped before it ran.</source>
            <translation>在运行之前已停止。</translation>
        </message>
        <message>
            <source>Stopped before its attempt {attempt} ran.</source>
            <translation>在第 {attempt} 次尝试运行之前已停止。</translation>
        </message>
        <message>
            <source>Stopped; how it ended is not known.</source>
            <translation>已停止；它如何结束不得而知。</translation>
        </message>
        <message>
            <source>Stopped; it ended with exit code {code}.</source>
            <translation>已停止；以退出码 {code} 结束。</translation>
        </message>
        <message>
            <source>Stopped; it ended with {signal}.</source>
            <translation>已停止；以 {signal} 结束。</translation>
        </message>
        <message>
            <source>Stopping, up to {grace} of grace</source>
            <translation>正在停止，宽限最多 {grace}</translation>
        </message>
        <message>
            <source>string should have at least 1 character</source>
            <translation>文本至少应有 1 个字符</translation>
        </message>
        <message>
            <source>string should have at most {max_length} characters</source>
            <translation>文本最多应有 {max_length} 个字符</translation>
        </message>
        <message>
            <source>string should match pattern '{pattern}'</source>
            <translation>文本应匹配模式 '{pattern}'</translation>
        </message>
        <message>
            <source>Swagger UI is not part of this installation; see /openapi.json.</source>
            <translation>此安装不含 Swagger UI；参见 /openapi.json。</translation>
        </message>
        <message>
            <source>systemd does not run this system</source>
            <translation>此系统不由 systemd 运行</translation>
        </message>
        <message>
            <source>systemd made no scope within {seconds} s</source>
            <translation>systemd 在 {seconds} 秒内没有建立 scope</translation>
        </message>
        <message>
            <source>systemd-run ended with {status}</source>
            <translation>systemd-run 以 {status} 结束</translation>
        </message>
        <message>
            <source>takes too long on the lines of this log; make it simpler</source>
            <translation>在此日志的行上耗时过长；请简化它</translation>
        </message>
        <message>
            <source>Task cancelled successfully.</source>
            <translation>任务已成功取消。</translation>
        </message>
        <message>
            <source>Task queue is full: {count} tasks wait. Try again later.</source>
            <translation>任务队列已满：有 {count} 个任务在等待。请稍后再试。</translation>
        </message>
        <message>
            <source>Task {task} does not run.</source>
            <translation>任务 {task} 没有在运行。</translation>
        </message>
        <message>
            <source>Task {task} has ended; its priority and labels are history.</source>
            <translation>任务 {task} 已结束；其优先级和标签已成历史。</translation>
        </message>
        <message>
            <source>Task {task} has not ended; stop it first.</source>
            <translation>任务 {task} 尚未结束；请先停止它。</translation>
        </message>
        <message>
            <source>Task {task} is no training job.</source>
            <translation>任务 {task} 不是训练作业。</translation>
        </message>
        <message>
            <source>tasks.limited_by is cgroups, and this user was given none</source>
            <translation>tasks.limited_by 为 cgroups，而此用户没有被分配任何控制组</translation>
        </message>
        <message>
            <source>tasks.limited_by is systemd, and {why}</source>
            <translation>tasks.limited_by 为 systemd，而 {why}</translation>
        </message>
        <message>
            <source>that is a directory</source>
            <translation>那是一个目录</translation>
        </message>
        <message>
            <source>that is its working directory (working_dir)</source>
            <translation>那是它的工作目录（working_dir）</translation>
        </message>
        <message>
            <source>The agent answered {status}.</source>
            <translation>Agent 应答了 {status}。</translation>
        </message>
        <message>
            <source>The agent cannot write to its disk: {why}</source>
            <translation>Agent 无法写入其磁盘：{why}</translation>
        </message>
        <message>
            <source>The agent cannot write to its disk: {why}. Free some space.</source>
            <translation>Agent 无法写入其磁盘：{why}。请腾出一些空间。</translation>
        </message>
        <message>
            <source>The agent ended the connection.</source>
            <translation>Agent 结束了连接。</translation>
        </message>
        <message>
            <source>The agent failed on this request; its log says why.</source>
            <translation>Agent 处理此请求时失败；原因见其日志。</translation>
        </message>
        <message>
            <source>the agent failed; its log says why</source>
            <translation>Agent 出现故障；原因见其日志</translation>
        </message>
        <message>
            <source>the arguments are longer than 1 MiB together; pass them in a file</source>
            <translation>参数合计超过 1 MiB；请改用文件传入</translation>
        </message>
        <message>
            <source>The body is larger than {size} KiB.</source>
            <translation>正文大于 {size} KiB。</translation>
        </message>
        <message>
            <source>The body is malformed: {why}</source>
            <translation>正文格式有误：{why}</translation>
        </message>
        <message>
            <source>The body is nested too deeply.</source>
            <translation>正文嵌套过深。</translation>
        </message>
        <message>
            <source>The body is not JSON: {why} at line {line}, column {column}.</source>
            <translation>正文不是 JSON：第 {line} 行第 {column} 列，{why}。</translation>
        </message>
        <message>
            <source>The body is not JSON: {why}.</source>
            <translation>正文不是 JSON：{why}。</translation>
        </message>
        <message>
            <source>The body is not UTF-8.</source>
            <translation>正文不是 UTF-8。</translation>
        </message>
        <message>
            <source>The body took too long to arrive.</source>
            <translation>正文到达得太慢。</translation>
        </message>
        <message>
            <source>The build failed: {why} Its lines say more.</source>
            <translation>构建失败：{why}构建输出中有更多信息。</translation>
        </message>
        <message>
            <source>The build was cancelled.</source>
            <translation>构建已取消。</translation>
        </message>
        <message>
            <source>the command line</source>
            <translation>命令行</translation>
        </message>
        <message>
            <source>The command {command} was not found.</source>
            <translation>找不到命令 {command}。</translation>
        </message>
        <message>
            <source>The data directory of its agent, {folder}, is gone.</source>
            <translation>其 Agent 的数据目录 {folder} 已不存在。</translation>
        </message>
        <message>
            <source>The disk of {folder} cannot be read: {why}.</source>
            <translation>无法读取 {folder} 所在的磁盘：{why}。</translation>
        </message>
        <message>
            <source>The disk of {folder} is nearly full: free {size}, as what is left is kept for the tasks that run.</source>
            <translation>{folder} 所在的磁盘快满了：请腾出 {size}，剩余空间留给正在运行的任务。</translation>
        </message>
        <message>
            <source>The Dockerfile cannot be read: {why}</source>
            <translation>无法解析 Dockerfile：{why}</translation>
        </message>
        <message>
            <source>the Dockerfile's own base image</source>
            <translation>Dockerfile 自带的基础镜像</translation>
        </message>
        <message>
            <source>the field {field} depends on {other}, which no earlier field is</source>
            <translation>字段 {field} 依赖于 {other}，但之前没有这个字段</translation>
        </message>
        <message>
            <source>the field {field} is there twice</source>
            <translation>字段 {field} 出现了两次</translation>
        </message>
        <message>
            <source>the field {field}: choices belong to the type choice</source>
            <translation>字段 {field}：choices 只属于 choice 类型</translation>
        </message>
        <message>
            <source>the field {field}: its minimum is above its maximum</source>
            <translation>字段 {field}：最小值大于最大值</translation>
        </message>
        <message>
            <source>the file is gone, its write-ahead log is left</source>
            <translation>文件不存在，但其预写日志还在</translation>
        </message>
        <message>
            <source>The folder {folder} does not exist.</source>
            <translation>文件夹 {folder} 不存在。</translation>
        </message>
        <message>
            <source>The Host header is missing or malformed.</source>
            <translation>Host 标头缺失或格式有误。</translation>
        </message>
        <message>
            <source>The image {image} cannot be pulled: {why} Look at its name, and at the network; one that is built here need not be pulled.</source>
            <translation>无法拉取镜像 {image}：{why}请检查镜像名称和网络；在本节点构建的镜像无需拉取。</translation>
        </message>
        <message>
            <source>The image {image} is not on this node, and is not to be pulled.</source>
            <translation>镜像 {image} 不在此节点上，且不允许拉取。</translation>
        </message>
        <message>
            <source>The image {image} is not on this node, and is not to be pulled; build it first.</source>
            <translation>镜像 {image} 不在本节点上，也不应拉取；请先构建它。</translation>
        </message>
        <message>
            <source>The image {image} is on this node.</source>
            <translation>镜像 {image} 已在此节点上。</translation>
        </message>
        <message>
            <source>The image {image} will be pulled.</source>
            <translation>将拉取镜像 {image}。</translation>
        </message>
        <message>
            <source>the key {key} is given twice</source>
            <translation>键 {key} 出现了两次</translation>
        </message>
        <message>
            <source>The launcher of processes cannot be started: {why}</source>
            <translation>无法启动进程的启动器：{why}</translation>
        </message>
        <message>
            <source>The machine restarted while it ran, so how it ended is not known.</source>
            <translation>它运行期间机器重新启动，因此它如何结束不得而知。</translation>
        </message>
        <message>
            <source>The memory of the GPU was too small for it; use a smaller batch size, or a GPU with more.</source>
            <translation>GPU 内存不足；请使用更小的批次大小，或内存更大的 GPU。</translation>
        </message>
        <message>
            <source>the metadata of the script are not TOML: {why}</source>
            <translation>脚本的元数据不是 TOML：{why}</translation>
        </message>
        <message>
            <source>The model cannot be loaded: {why}</source>
            <translation>无法加载模型：{why}</translation>
        </message>
        <message>
            <source>The model is being loaded.</source>
            <translation>正在加载模型。</translation>
        </message>
        <message>
            <source>The model is being stopped.</source>
            <translation>正在停止模型。</translation>
        </message>
        <message>
            <source>The model waits to be loaded.</source>
            <translation>模型正在等待加载。</translation>
        </message>
        <message>
            <source>The model {name} has a version {version} already.</source>
            <translation>模型 {name} 已有版本 {version}。</translation>
        </message>
        <message>
            <source>The model {name} has no version {version}.</source>
            <translation>模型 {name} 没有版本 {version}。</translation>
        </message>
        <message>
            <source>The model {name} is being served.</source>
            <translation>模型 {name} 正在提供服务。</translation>
        </message>
        <message>
            <source>The model {name} is being served; stop it first.</source>
            <translation>模型 {name} 正在提供服务；请先将其停止。</translation>
        </message>
        <message>
            <source>The model {name} is not being served ({status}); start it.</source>
            <translation>模型 {name} 未在提供服务（{status}）；请启动它。</translation>
        </message>
        <message>
            <source>The model {name} is not being served.</source>
            <translation>模型 {name} 未在提供服务。</translation>
        </message>
        <message>
            <source>The model's process has ended ({how}); it is started again.</source>
            <translation>模型进程已结束（{how}），正在重新启动。</translation>
        </message>
        <message>
            <source>The model's process has ended; it is started again.</source>
            <translation>模型进程已结束，正在重新启动。</translation>
        </message>
        <message>
            <source>The model's server ended before it answered.</source>
            <translation>模型的服务进程在应答前已结束。</translation>
        </message>
        <message>
            <source>The network {network} is not the container's own; leave it out.</source>
            <translation>网络 {network} 不是容器自己的；请不要填写。</translation>
        </message>
        <message>
            <source>The node could not store it: {why} Free some space.</source>
            <translation>节点无法保存它：{why}请腾出一些空间。</translation>
        </message>
        <message>
            <source>The node was restarted, so how it ended is not known.</source>
            <translation>节点已重新启动，因此它如何结束不得而知。</translation>
        </message>
        <message>
            <source>the number {number} is too large</source>
            <translation>数字 {number} 过大</translation>
        </message>
        <message>
            <source>the package {package} is missing here and could not be downloaded; check the network, then run it again</source>
            <translation>此处缺少软件包 {package}，且无法下载；请检查网络后重新运行</translation>
        </message>
        <message>
            <source>the package {package} is there as source only, which would have to be built; allow that (allow_build), or ask for a version with a wheel</source>
            <translation>软件包 {package} 只有源码，需要构建；请允许构建（allow_build），或要求带 wheel 的版本</translation>
        </message>
        <message>
            <source>The preset {preset} is built in; give yours another id.</source>
            <translation>预设 {preset} 是内置的；请为您的预设另取 ID。</translation>
        </message>
        <message>
            <source>The process that supervised it was killed, so how it ended is not known; some of its processes may still run; look for them.</source>
            <translation>监督它的进程被结束，因此它如何结束不得而知；它的一些进程可能仍在运行，请查找它们。</translation>
        </message>
        <message>
            <source>The process that supervised it was killed, so how it ended is not known; what was left of it was ended.</source>
            <translation>监督它的进程被结束，因此它如何结束不得而知；其残留部分已被结束。</translation>
        </message>
        <message>
            <source>The resource history</source>
            <translation>资源历史</translation>
        </message>
        <message>
            <source>the script has more than one block of metadata</source>
            <translation>脚本有不止一个元数据块</translation>
        </message>
        <message>
            <source>The search pattern {problem}.</source>
            <translation>搜索模式{problem}。</translation>
        </message>
        <message>
            <source>The settings cannot be kept: {why}. Free some space.</source>
            <translation>无法保存设置：{why}。请腾出一些空间。</translation>
        </message>
        <message>
            <source>The stop could not be saved: the disk is full.</source>
            <translation>无法保存停止请求：磁盘已满。</translation>
        </message>
        <message>
            <source>The task asks for more than this node has.</source>
            <translation>任务的要求超出此节点所有。</translation>
        </message>
        <message>
            <source>The task could not be saved: {why}. Free some space.</source>
            <translation>无法保存任务：{why}。请腾出一些空间。</translation>
        </message>
        <message>
            <source>The task database</source>
            <translation>任务数据库</translation>
        </message>
        <message>
            <source>The task database does not know it, and nothing of it ever ran.</source>
            <translation>任务数据库不认识它，且它从未运行过。</translation>
        </message>
        <message>
            <source>The task database was missing; a new one was begun.</source>
            <translation>任务数据库缺失；已新建一个。</translation>
        </message>
        <message>
            <source>The task has no file {path}.</source>
            <translation>任务没有文件 {path}。</translation>
        </message>
        <message>
            <source>The task left no file that is a model; name the file.</source>
            <translation>任务没有留下模型文件，请指定文件。</translation>
        </message>
        <message>
            <source>The task left several models; name one of {files}.</source>
            <translation>任务留下了多个模型，请从 {files} 中指定一个。</translation>
        </message>
        <message>
            <source>The task {name} has not ended; its model may not be whole.</source>
            <translation>任务 {name} 尚未结束，其模型可能不完整。</translation>
        </message>
        <message>
            <source>the when of a list's item must be {form}</source>
            <translation>列表项的 when 必须是 {form}</translation>
        </message>
        <message>
            <source>The working directory {folder} does not exist.</source>
            <translation>工作目录 {folder} 不存在。</translation>
        </message>
        <message>
            <source>The workspace {path} cannot be used: {why}.</source>
            <translation>无法使用工作区 {path}：{why}。</translation>
        </message>
        <message>
            <source>There is a model named {name}, {model}; start that one, or remove it.</source>
            <translation>已有名为 {name} 的模型（{model}）；请启动该模型，或将其移除。</translation>
        </message>
        <message>
            <source>There is a token named {name}; revoke it, or choose another name.</source>
            <translation>已有名为 {name} 的令牌；请撤销它，或另取名称。</translation>
        </message>
        <message>
            <source>There is no base image {image}: {why}</source>
            <translation>没有基础镜像 {image}：{why}</translation>
        </message>
        <message>
            <source>There is no build {build}.</source>
            <translation>没有构建 {build}。</translation>
        </message>
        <message>
            <source>There is no engine {engine}; the setting ml.engines has {engines}.</source>
            <translation>没有名为 {engine} 的引擎；设置 ml.engines 中有 {engines}。</translation>
        </message>
        <message>
            <source>There is no environment {environment}.</source>
            <translation>没有环境 {environment}。</translation>
        </message>
        <message>
            <source>There is no file {file} in the workspace.</source>
            <translation>工作区中没有文件 {file}。</translation>
        </message>
        <message>
            <source>There is no model named {name}.</source>
            <translation>没有名为 {name} 的模型。</translation>
        </message>
        <message>
            <source>There is no model {model}.</source>
            <translation>没有模型 {model}。</translation>
        </message>
        <message>
            <source>There is no orphan {orphan}; look again at /api/orphans.</source>
            <translation>没有遗留物 {orphan}；请再查看 /api/orphans。</translation>
        </message>
        <message>
            <source>there is no package {package}; check its spelling, or where packages come from</source>
            <translation>没有软件包 {package}；请检查其拼写，或软件包的来源</translation>
        </message>
        <message>
            <source>There is no preset {preset}.</source>
            <translation>没有预设 {preset}。</translation>
        </message>
        <message>
            <source>there is no Python; install one and name it in the setting tasks.python</source>
            <translation>这里没有 Python；请安装一个并在设置 tasks.python 中指定</translation>
        </message>
        <message>
            <source>there is no room on the disk for {packages}; free some space, then run it again</source>
            <translation>磁盘上没有空间容纳 {packages}；请腾出空间后重新运行</translation>
        </message>
        <message>
            <source>there is no setting "{setting}"</source>
            <translation>没有设置“{setting}”</translation>
        </message>
        <message>
            <source>there is no setting "{setting}"; did you mean "{other}"?</source>
            <translation>没有设置“{setting}”；您是指“{other}”吗？</translation>
        </message>
        <message>
            <source>There is no such file.</source>
            <translation>没有这样的文件。</translation>
        </message>
        <message>
            <source>There is no task {task}.</source>
            <translation>没有任务 {task}。</translation>
        </message>
        <message>
            <source>There is no token {token}.</source>
            <translation>没有令牌 {token}。</translation>
        </message>
        <message>
            <source>there is no version of {package} that fits {packages} and this Python; its log has the details</source>
            <translation>没有适合 {packages} 与此 Python 的 {package} 版本；详情见其日志</translation>
        </message>
        <message>
            <source>There is nothing at {path}.</source>
            <translation>{path} 处没有任何内容。</translation>
        </message>
        <message>
            <source>There is nothing to go back to: {name} was always so.</source>
            <translation>没有可以回退的状态：{name} 一直如此。</translation>
        </message>
        <message>
            <source>This agent does not answer for {name}; use localhost or its address.</source>
            <translation>此 Agent 不以 {name} 应答；请使用 localhost 或其地址。</translation>
        </message>
        <message>
            <source>This agent has not written its run file.</source>
            <translation>此 Agent 尚未写入其运行文件。</translation>
        </message>
        <message>
            <source>This Idempotency-Key made task {task}, which has been removed since; use another key to run it again.</source>
            <translation>此 Idempotency-Key 创建了任务 {task}，该任务已被移除；请换一个键来重新运行。</translation>
        </message>
        <message>
            <source>This Idempotency-Key was used with a different request.</source>
            <translation>此 Idempotency-Key 曾用于不同的请求。</translation>
        </message>
        <message>
            <source>This needs a token with the role {role}, yours has {yours}.</source>
            <translation>这需要角色为 {role} 的令牌，您的是 {yours}。</translation>
        </message>
        <message>
            <source>This node cannot run jobs in containers: {why}</source>
            <translation>本节点无法在容器中运行作业：{why}</translation>
        </message>
        <message>
            <source>This node cannot run {kind} tasks: this version runs process tasks.</source>
            <translation>此节点不能运行 {kind} 任务：此版本只运行进程任务。</translation>
        </message>
        <message>
            <source>This node cannot run {kind} tasks: {why}</source>
            <translation>此节点不能运行 {kind} 任务：{why}</translation>
        </message>
        <message>
            <source>This node has no GPU that jobs can use: no NVIDIA driver answers. Leave gpu out to train on the processor.</source>
            <translation>本节点没有作业可用的 GPU：NVIDIA 驱动程序没有响应。省略 gpu 即可用处理器训练。</translation>
        </message>
        <message>
            <source>This node has no GPU {gpu}.</source>
            <translation>本节点没有 GPU {gpu}。</translation>
        </message>
        <message>
            <source>This node has no GPU {index}; it has {count}, counted from 0.</source>
            <translation>本节点没有 GPU {index}；共有 {count} 个，从 0 开始编号。</translation>
        </message>
        <message>
            <source>This node serves no models: the setting ml.enabled is off.</source>
            <translation>此节点不提供模型服务：设置 ml.enabled 已关闭。</translation>
        </message>
        <message>
            <source>This token is not known, or not any more.</source>
            <translation>此令牌不为所知，或已失效。</translation>
        </message>
        <message>
            <source>This user may not use Docker.</source>
            <translation>此用户不得使用 Docker。</translation>
        </message>
        <message>
            <source>timeout</source>
            <translation>超时</translation>
        </message>
        <message>
            <source>to run the one in the working directory, write ./{command}</source>
            <translation>要运行工作目录中的那个，请写 ./{command}</translation>
        </message>
        <message>
            <source>Too many levels of symbolic links</source>
            <translation>符号链接层数过多</translation>
        </message>
        <message>
            <source>Too many open files</source>
            <translation>打开的文件过多</translation>
        </message>
        <message>
            <source>Too many wrong tokens from this address.</source>
            <translation>来自此地址的错误令牌过多。</translation>
        </message>
        <message>
            <source>Training task submitted successfully.</source>
            <translation>训练任务已成功提交。</translation>
        </message>
        <message>
            <source>uv said nothing</source>
            <translation>uv 没有输出</translation>
        </message>
        <message>
            <source>uv, which makes environments, is missing; install it (pip install uv)</source>
            <translation>缺少用来创建环境的 uv；请安装它（pip install uv）</translation>
        </message>
        <message>
            <source>Version {version} gets requests; have others get them first.</source>
            <translation>版本 {version} 正在接收请求，请先把请求分给其他版本。</translation>
        </message>
        <message>
            <source>Version {version} still gets requests: those that are to get them are not loaded.</source>
            <translation>版本 {version} 仍在接收请求：应接收请求的版本尚未加载。</translation>
        </message>
        <message>
            <source>Waits for a slot: all {slots} are taken, number {position} in the queue.</source>
            <translation>等待名额：{slots} 个名额已全部占用，排在第 {position} 位。</translation>
        </message>
        <message>
            <source>Waits for the GPU {gpu}, which another task has.</source>
            <translation>等待 GPU {gpu}，它正被另一个任务占用。</translation>
        </message>
        <message>
            <source>Waits for {amount}: {free} of {total} free, the rest is reserved by running tasks.</source>
            <translation>等待 {amount}：{total} 中有 {free} 空闲，其余由运行中的任务预留。</translation>
        </message>
        <message>
            <source>what follows the program goes into args, a piece each</source>
            <translation>程序之后的内容应逐个填入参数（args）</translation>
        </message>
        <message>
            <source>{command} names an interpreter that is not there</source>
            <translation>{command} 指定的解释器不存在</translation>
        </message>
        <message>
            <source>{command} names an interpreter that is not there: its lines end as on Windows; dos2unix mends that</source>
            <translation>{command} 指定的解释器不存在：其行尾是 Windows 格式；dos2unix 可修正</translation>
        </message>
        <message>
            <source>{count} containers</source>
            <translation>{count} 个容器</translation>
        </message>
        <message>
            <source>{count} CPU cores</source>
            <translation>{count} 个 CPU 核心</translation>
        </message>
        <message>
            <source>{count} GPUs</source>
            <translation>{count} 个 GPU</translation>
        </message>
        <message>
            <source>{count} images are being built already; wait for one of them, or cancel it.</source>
            <translation>已有 {count} 个镜像正在构建；请等待其中一个完成，或取消一个。</translation>
        </message>
        <message>
            <source>{count} processes</source>
            <translation>{count} 个进程</translation>
        </message>
        <message>
            <source>{count} processes and threads</source>
            <translation>{count} 个进程和线程</translation>
        </message>
        <message>
            <source>{count} task folders</source>
            <translation>{count} 个任务文件夹</translation>
        </message>
        <message>
            <source>{count} tasks were found again by their records.</source>
            <translation>已根据记录找回 {count} 个任务。</translation>
        </message>
        <message>
            <source>{field} {problem}.</source>
            <translation>{field} {problem}。</translation>
        </message>
        <message>
            <source>{file} cannot be understood: {why}.</source>
            <translation>无法理解 {file}：{why}。</translation>
        </message>
        <message>
            <source>{file} lies outside the workspace, {workspace}.</source>
            <translation>{file} 不在工作区 {workspace} 中。</translation>
        </message>
        <message>
            <source>{first} {then}</source>
            <translation>{first}{then}</translation>
        </message>
        <message>
            <source>{folder} cannot be read: {why}.</source>
            <translation>无法读取 {folder}：{why}。</translation>
        </message>
        <message>
            <source>{folder} has Docker's own socket, and with it all of this node.</source>
            <translation>{folder} 含有 Docker 自己的套接字，也就拥有整个节点。</translation>
        </message>
        <message>
            <source>{folder} holds more than {most}; move what is not for the image elsewhere.</source>
            <translation>{folder} 中的内容超过 {most}；请把不属于镜像的文件移到别处。</translation>
        </message>
        <message>
            <source>{folder} is no folder.</source>
            <translation>{folder} 不是文件夹。</translation>
        </message>
        <message>
            <source>{folder} lies outside the workspace, {workspace}.</source>
            <translation>{folder} 不在工作区 {workspace} 中。</translation>
        </message>
        <message>
            <source>{folder} lies outside what containers may mount: the workspace, and what containers.allowed_mounts names.</source>
            <translation>{folder} 不在容器可挂载的范围内：工作区，以及 containers.allowed_mounts 所列。</translation>
        </message>
        <message>
            <source>{header} must be a number of bytes.</source>
            <translation>{header} 必须是字节数。</translation>
        </message>
        <message>
            <source>{how}, in a scope of systemd</source>
            <translation>{how}，在 systemd 的 scope 中</translation>
        </message>
        <message>
            <source>{how}, watched only: {what}</source>
            <translation>{how}，仅监视：{what}</translation>
        </message>
        <message>
            <source>{key} was set by {where}, which would win again at the next start; change it there.</source>
            <translation>{key} 由{where}设定，下次启动时又会以它为准；请在那里更改。</translation>
        </message>
        <message>
            <source>{name} is neither one of {known} nor a file of the workspace.</source>
            <translation>{name} 既不是 {known} 之一，也不是工作区中的文件。</translation>
        </message>
        <message>
            <source>{one}, {more}</source>
            <translation>{one}、{more}</translation>
        </message>
        <message>
            <source>{packages} could not be installed: {why}</source>
            <translation>无法安装 {packages}：{why}</translation>
        </message>
        <message>
            <source>{path} is no folder.</source>
            <translation>{path} 不是文件夹。</translation>
        </message>
        <message>
            <source>{path} is not a file that can be read.</source>
            <translation>{path} 不是可读取的文件。</translation>
        </message>
        <message>
            <source>{path} is not a path of plain names.</source>
            <translation>{path} 不是由普通名称组成的路径。</translation>
        </message>
        <message>
            <source>{place}: {problem}</source>
            <translation>{place}：{problem}</translation>
        </message>
        <message>
            <source>{problem} (and {count} more)</source>
            <translation>{problem}（另有 {count} 项）</translation>
        </message>
        <message>
            <source>{python} has what it needs: {packages}.</source>
            <translation>{python} 已具备所需：{packages}。</translation>
        </message>
        <message>
            <source>{python} is {version}</source>
            <translation>{python} 是 {version}</translation>
        </message>
        <message>
            <source>{python} says {said}</source>
            <translation>{python} 的回答是 {said}</translation>
        </message>
        <message>
            <source>{setting} {problem}</source>
            <translation>{setting} {problem}</translation>
        </message>
        <message>
            <source>{setting} {problem}, not {value}</source>
            <translation>{setting} {problem}，而不是 {value}</translation>
        </message>
        <message>
            <source>{setting}: {problem}</source>
            <translation>{setting}：{problem}</translation>
        </message>
        <message>
            <source>{size} in use, {over} over the limit</source>
            <translation>已用 {size}，超出上限 {over}</translation>
        </message>
        <message>
            <source>{size} of its output are missing in its log: the disk was full.</source>
            <translation>其日志缺少 {size} 的输出：磁盘已满。</translation>
        </message>
        <message>
            <source>{size} of memory</source>
            <translation>{size} 内存</translation>
        </message>
        <message>
            <source>{size} when it was stopped, {over} over</source>
            <translation>停止时为 {size}，超出 {over}</translation>
        </message>
        <message>
            <source>{subject} was damaged ({damage}); it was moved to {name} and a new one begun.</source>
            <translation>{subject}已损坏（{damage}）；已移至 {name}，并新建了一个。</translation>
        </message>
        <message>
            <source>{text} does not name an event; it looks like epoch-seq.</source>
            <translation>{text} 不是事件的名称；它的形式是 epoch-seq。</translation>
        </message>
        <message>
            <source>{text} is no address</source>
            <translation>{text} 不是地址</translation>
        </message>
        <message>
            <source>{text} is no place in a container: an absolute path below /</source>
            <translation>{text} 不是容器中的位置：须为 / 之下的绝对路径</translation>
        </message>
        <message>
            <source>{text} is no place in logs: take `next` of an answer</source>
            <translation>{text} 不是日志中的位置：请使用应答中的 `next`</translation>
        </message>
        <message>
            <source>{text} is no port: ports are 1 to 65535</source>
            <translation>{text} 不是端口：端口为 1 到 65535</translation>
        </message>
        <message>
            <source>{text} is no port: write it as 8080:80 or 127.0.0.1:8080:80/udp</source>
            <translation>{text} 不是端口：请写成 8080:80 或 127.0.0.1:8080:80/udp</translation>
        </message>
        <message>
            <source>{text} is no volume: write it as folder:/path or folder:/path:ro</source>
            <translation>{text} 不是卷：请写成 folder:/path 或 folder:/path:ro</translation>
        </message>
        <message>
            <source>{text} is not a cursor: attempt:segment:offset</source>
            <translation>{text} 不是游标：attempt:segment:offset</translation>
        </message>
        <message>
            <source>{text} is not a duration such as "30s", "5m" or "2h"</source>
            <translation>{text} 不是时长，例如 "30s"、"5m" 或 "2h"</translation>
        </message>
        <message>
            <source>{text} is not a JSON number</source>
            <translation>{text} 不是 JSON 数字</translation>
        </message>
        <message>
            <source>{text} is not a package from an index or the web</source>
            <translation>{text} 不是来自索引或网络的软件包</translation>
        </message>
        <message>
            <source>{text} is not a range of Python versions such as &gt;=3.11</source>
            <translation>{text} 不是 Python 版本范围，例如 &gt;=3.11</translation>
        </message>
        <message>
            <source>{text} is not a requirement such as numpy&gt;=2</source>
            <translation>{text} 不是软件包要求，例如 numpy&gt;=2</translation>
        </message>
        <message>
            <source>{text} is not a size such as "512MB", "8g" or "1GiB"</source>
            <translation>{text} 不是大小，例如 "512MB"、"8g" 或 "1GiB"</translation>
        </message>
        <message>
            <source>{text}.</source>
            <translation>{text}。</translation>
        </message>
        <message>
            <source>{url} does not answer in time.</source>
            <translation>{url} 没有及时响应。</translation>
        </message>
        <message>
            <source>{url} does not answer: {why}</source>
            <translation>{url} 没有响应：{why}</translation>
        </message>
        <message>
            <source>{url} is not asked any more.</source>
            <translation>不再询问 {url}。</translation>
        </message>
        <message>
            <source>{url} shows the certificate {shown}, not the one that was pinned ({pinned}). Somebody may be in between; or the agent was set up anew, then remove it here and add it again.</source>
            <translation>{url} 出示的证书是 {shown}，而不是已固定的（{pinned}）。可能有人在中间；也可能 Agent 已重新设置，那么请在此移除它并重新添加。</translation>
        </message>
        <message>
            <source>{what} ({detail})</source>
            <translation>{what}（{detail}）</translation>
        </message>
        <message>
            <source>{what}, {size} in its directory in the end</source>
            <translation>{what}，最终其目录中有 {size}</translation>
        </message>
        <message>
            <source>{what}: {about}</source>
            <translation>{what}：{about}</translation>
        </message>
        <message>
            <source>{what}; {more}</source>
            <translation>{what}；{more}</translation>
        </message>
    </context>
</TS>
