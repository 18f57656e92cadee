<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
    <context>
        <name>agent</name>
        <message>
            <source>1 container</source>
            <translation>1 個容器</translation>
        </message>
        <message>
            <source>1 CPU core</source>
            <translation>1 個 CPU 核心</translation>
        </message>
        <message>
            <source>1 GPU</source>
            <translation>1 個 GPU</translation>
        </message>
        <message>
            <source>1 process</source>
            <translation>1 個行程</translation>
        </message>
        <message>
            <source>1 task folder</source>
            <translation>1 個任務資料夾</translation>
        </message>
        <message>
            <source>A cached environment has what it needs: {packages}.</source>
            <translation>快取的環境已具備所需：{packages}。</translation>
        </message>
        <message>
            <source>A container cannot be given {file}: its name has a colon.</source>
            <translation>無法把 {file} 交給容器：檔名中有冒號。</translation>
        </message>
        <message>
            <source>A disk was full: {quote} Free some space.</source>
            <translation>磁碟已滿：{quote}請釋放一些空間。</translation>
        </message>
        <message>
            <source>A GPU failed: {quote} The driver's own log (dmesg) may say more.</source>
            <translation>GPU 出現故障：{quote}驅動程式的日誌（dmesg）可能有更多資訊。</translation>
        </message>
        <message>
            <source>A JSON body is needed.</source>
            <translation>需要 JSON 本文。</translation>
        </message>
        <message>
            <source>A package that it needs is missing: {quote} Add it to its requirements, or to its image.</source>
            <translation>缺少所需的套件：{quote}請把它加入依賴或映像檔。</translation>
        </message>
        <message>
            <source>A package was not found: {line} Mend requirements-training.txt.</source>
            <translation>找不到套件：{line}請修改 requirements-training.txt。</translation>
        </message>
        <message>
            <source>A privileged container has all of this node; containers.allow_privileged allows it.</source>
            <translation>特權容器擁有整個節點的許可權；containers.allow_privileged 可允許它。</translation>
        </message>
        <message>
            <source>a section</source>
            <translation>一個小節</translation>
        </message>
        <message>
            <source>a single file grew to it; it holds for each file and for its directory as a whole</source>
            <translation>有一個檔案達到了該上限；上限既適用於每個檔案，也適用於整個目錄</translation>
        </message>
        <message>
            <source>A task uses this environment; remove it once the task has ended.</source>
            <translation>有任務正在使用此環境；等任務結束後再刪除。</translation>
        </message>
        <message>
            <source>A token never belongs in an address, where logs and histories keep it; send it in the header Authorization: Bearer.</source>
            <translation>權杖絕不應寫在地址中，日誌和歷史記錄會留下它；請放在標頭 Authorization: Bearer 中傳送。</translation>
        </message>
        <message>
            <source>Add the user to the group docker, then log in again.</source>
            <translation>將使用者加入 docker 組，然後重新登入。</translation>
        </message>
        <message>
            <source>an argument is longer than 131071 bytes; pass it in a file</source>
            <translation>某個引數超過 131071 位元組；請改用檔案傳入</translation>
        </message>
        <message>
            <source>an environment variable</source>
            <translation>環境變數</translation>
        </message>
        <message>
            <source>An environment will be made on {python} with {packages}.</source>
            <translation>將基於 {python} 建立含 {packages} 的環境。</translation>
        </message>
        <message>
            <source>An Idempotency-Key is 1 to 255 printable ASCII characters.</source>
            <translation>Idempotency-Key 須為 1 到 255 個可列印的 ASCII 字元。</translation>
        </message>
        <message>
            <source>Another attempt would fail in the same way, so none is made.</source>
            <translation>再試一次也會以同樣的方式失敗，因此不再重試。</translation>
        </message>
        <message>
            <source>args and env hold too much, or one of them more than 128 KiB; pass it in a file</source>
            <translation>引數和環境變數合計過多，或其中一個超過 128 KiB；請改用檔案傳入</translation>
        </message>
        <message>
            <source>Argument list too long</source>
            <translation>引數列表過長</translation>
        </message>
        <message>
            <source>asks for {amount}; this node has {available}</source>
            <translation>要求 {amount}；此節點有 {available}</translation>
        </message>
        <message>
            <source>Attempt {attempt} of {attempts} failed: {why} The next one starts in {wait}.</source>
            <translation>第 {attempt} 次嘗試（共 {attempts} 次）失敗：{why}下一次在 {wait} 後開始。</translation>
        </message>
        <message>
            <source>Attempt {attempt} queued</source>
            <translation>第 {attempt} 次嘗試已排隊</translation>
        </message>
        <message>
            <source>Built in {took}.</source>
            <translation>建置用時 {took}。</translation>
        </message>
        <message>
            <source>Cannot allocate memory</source>
            <translation>無法分配記憶體</translation>
        </message>
        <message>
            <source>cannot be changed here: the settings themselves lie there; use --data-dir</source>
            <translation>不能在這裡更改：設定本身就儲存在那裡；請使用 --data-dir</translation>
        </message>
        <message>
            <source>Cannot listen on {address} port {port}: {why}.</source>
            <translation>無法監聽 {address} 的連線埠 {port}：{why}。</translation>
        </message>
        <message>
            <source>Cannot listen on {address}: {why}.</source>
            <translation>無法監聽 {address}：{why}。</translation>
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
            <translation>已完成，結束程式碼 0</translation>
        </message>
        <message>
            <source>Completed, but it wrote {used} into its directory, sooner than its disk limit of {limit} could stop it; raise disk_limit or write less.</source>
            <translation>已完成，但它向其目錄寫入了 {used}，快得來不及被 {limit} 的磁碟上限阻止；請提高 disk_limit 或減少寫入。</translation>
        </message>
        <message>
            <source>Completed, but the memory limit killed one of its processes (1 time); raise memory_limit if its result is incomplete.</source>
            <translation>已完成，但記憶體上限結束了它的一個行程（1 次）；如果結果不完整，請提高 memory_limit。</translation>
        </message>
        <message>
            <source>Completed, but the memory limit killed one of its processes ({count} times); raise memory_limit if its result is incomplete.</source>
            <translation>已完成，但記憶體上限結束了它的行程（{count} 次）；如果結果不完整，請提高 memory_limit。</translation>
        </message>
        <message>
            <source>Container {name}</source>
            <translation>容器 {name}</translation>
        </message>
        <message>
            <source>Control group {path}</source>
            <translation>控制群組 {path}</translation>
        </message>
        <message>
            <source>Created</source>
            <translation>已建立</translation>
        </message>
        <message>
            <source>Created as a rerun of {task}</source>
            <translation>已建立，重新執行自 {task}</translation>
        </message>
        <message>
            <source>Created from preset {preset}</source>
            <translation>已按預設集 {preset} 建立</translation>
        </message>
        <message>
            <source>Created from preset {preset} as a rerun of {task}</source>
            <translation>已按預設集 {preset} 建立，重新執行自 {task}</translation>
        </message>
        <message>
            <source>dependencies in the metadata of the script must be a list of text</source>
            <translation>指令碼元資料中的 dependencies 必須是文字列表</translation>
        </message>
        <message>
            <source>Device or resource busy</source>
            <translation>裝置或資源正忙</translation>
        </message>
        <message>
            <source>Disk quota exceeded</source>
            <translation>超出磁碟配額</translation>
        </message>
        <message>
            <source>disk_limit</source>
            <translation>磁碟上限</translation>
        </message>
        <message>
            <source>Docker cannot limit a container's disk here; leave it out.</source>
            <translation>此處的 Docker 無法限制容器的磁碟；請不要填寫。</translation>
        </message>
        <message>
            <source>Docker cannot tell whether the image is there: {why}</source>
            <translation>Docker 無法確認映像檔是否存在：{why}</translation>
        </message>
        <message>
            <source>Docker does not answer: {what}</source>
            <translation>Docker 沒有響應：{what}</translation>
        </message>
        <message>
            <source>Docker has no NVIDIA runtime: install the NVIDIA Container Toolkit.</source>
            <translation>Docker 沒有 NVIDIA 執行時：請安裝 NVIDIA Container Toolkit。</translation>
        </message>
        <message>
            <source>Docker is not running, or not installed.</source>
            <translation>Docker 沒有執行，或沒有安裝。</translation>
        </message>
        <message>
            <source>Docker refuses to answer: {what}</source>
            <translation>Docker 拒絕應答：{what}</translation>
        </message>
        <message>
            <source>Docker was not asked yet.</source>
            <translation>尚未詢問 Docker。</translation>
        </message>
        <message>
            <source>Docker went away: {why}</source>
            <translation>Docker 已斷開：{why}</translation>
        </message>
        <message>
            <source>Docker's disk is full. Remove what nobody needs, with docker system prune.</source>
            <translation>Docker 的磁碟已滿。請用 docker system prune 刪除不需要的內容。</translation>
        </message>
        <message>
            <source>Environment built in {took}</source>
            <translation>環境已在 {took} 內建置</translation>
        </message>
        <message>
            <source>Environment ready in {took}: this Python already has what it needs</source>
            <translation>環境已在 {took} 內就緒：此 Python 已具備所需</translation>
        </message>
        <message>
            <source>Environment taken from the cache in {took}</source>
            <translation>環境已在 {took} 內從快取取得</translation>
        </message>
        <message>
            <source>Exec format error</source>
            <translation>可執行檔案格式錯誤</translation>
        </message>
        <message>
            <source>Failed, exit code {code}</source>
            <translation>失敗，結束程式碼 {code}</translation>
        </message>
        <message>
            <source>Failed, {reason}, {signal}</source>
            <translation>失敗，{reason}，{signal}</translation>
        </message>
        <message>
            <source>File name too long</source>
            <translation>檔名過長</translation>
        </message>
        <message>
            <source>Files of tasks are not served on this system.</source>
            <translation>此係統上不提供任務的檔案。</translation>
        </message>
        <message>
            <source>Folder {folder} of a task</source>
            <translation>任務的資料夾 {folder}</translation>
        </message>
        <message>
            <source>follow goes on from a cursor, without {field}: read the last lines first, and follow from the X-Log-Cursor of that answer</source>
            <translation>follow 從遊標繼續，不能帶 {field}：請先讀取最後幾行，再從該應答的 X-Log-Cursor 繼續跟隨</translation>
        </message>
        <message>
            <source>gpu_limit must be the number of gpus, or be left out</source>
            <translation>gpu_limit 必須等於 gpus 的數量，或者省略</translation>
        </message>
        <message>
            <source>gpus must not name one twice</source>
            <translation>gpus 中不能重複</translation>
        </message>
        <message>
            <source>How it ended is not known.</source>
            <translation>它如何結束不得而知。</translation>
        </message>
        <message>
            <source>Input/output error</source>
            <translation>輸入/輸出錯誤</translation>
        </message>
        <message>
            <source>Install it, or start it.</source>
            <translation>請安裝或啟動它。</translation>
        </message>
        <message>
            <source>Is a directory</source>
            <translation>是一個目錄</translation>
        </message>
        <message>
            <source>is a place in the container: an absolute path</source>
            <translation>是容器中的位置：須為絕對路徑</translation>
        </message>
        <message>
            <source>is for containers only</source>
            <translation>僅適用於容器</translation>
        </message>
        <message>
            <source>is given more than once</source>
            <translation>給出了不止一次</translation>
        </message>
        <message>
            <source>is longer than {count} characters</source>
            <translation>超過 {count} 個字元</translation>
        </message>
        <message>
            <source>is needed</source>
            <translation>是必需的</translation>
        </message>
        <message>
            <source>is not a field of this preset</source>
            <translation>不是此預設集的欄位</translation>
        </message>
        <message>
            <source>is not a known field</source>
            <translation>不是已知的欄位</translation>
        </message>
        <message>
            <source>is not a regular expression: {why}</source>
            <translation>不是正規表示式：{why}</translation>
        </message>
        <message>
            <source>is not for containers: their packages are in the image</source>
            <translation>不適用於容器：套件在映像檔中</translation>
        </message>
        <message>
            <source>is not for tasks of one's own; POST /api/ml/models serves a model</source>
            <translation>不適用於自行提交的任務；POST /api/ml/models 可部署模型</translation>
        </message>
        <message>
            <source>is required</source>
            <translation>為必填項</translation>
        </message>
        <message>
            <source>is required for a container</source>
            <translation>對容器為必填項</translation>
        </message>
        <message>
            <source>It cannot be removed: {why}.</source>
            <translation>無法移除：{why}。</translation>
        </message>
        <message>
            <source>It cannot be used: {why}.</source>
            <translation>無法使用：{why}。</translation>
        </message>
        <message>
            <source>It could not be saved: {why}. Free some space.</source>
            <translation>無法儲存：{why}。請騰出一些空間。</translation>
        </message>
        <message>
            <source>It could not be started: {why}</source>
            <translation>無法啟動：{why}</translation>
        </message>
        <message>
            <source>It did not reach something over the network: {quote}</source>
            <translation>網路連線失敗：{quote}</translation>
        </message>
        <message>
            <source>It ended with an error of its own: {quote}</source>
            <translation>程式自身出錯而結束：{quote}</translation>
        </message>
        <message>
            <source>It ended with exit code {code}; its log may say why.</source>
            <translation>以結束程式碼 {code} 結束；日誌中或許有原因。</translation>
        </message>
        <message>
            <source>It failed for a mistake of the agent's; its log has more.</source>
            <translation>Agent 自身出錯導致失敗；詳情見 Agent 日誌。</translation>
        </message>
        <message>
            <source>it failed when its directory was full</source>
            <translation>它在目錄已滿時失敗</translation>
        </message>
        <message>
            <source>It has ended, and no task that is open owns it.</source>
            <translation>它已結束，且沒有未結束的任務擁有它。</translation>
        </message>
        <message>
            <source>It has ended, or is not what it was.</source>
            <translation>它已結束，或已不是原來的那個。</translation>
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
            <translation>它不是此係統的程式，也不是首行類似 #!/bin/sh 的指令碼</translation>
        </message>
        <message>
            <source>It is not being served.</source>
            <translation>未在提供服務。</translation>
        </message>
        <message>
            <source>it is not executable; chmod +x makes it so</source>
            <translation>它不可執行；chmod +x 可使其可執行</translation>
        </message>
        <message>
            <source>It is not loaded: no requests go to it.</source>
            <translation>未載入：沒有請求分給它。</translation>
        </message>
        <message>
            <source>It is unloaded: nobody asked it for {seconds} s. The next request loads it.</source>
            <translation>已卸載：{seconds} 秒內沒有請求。下一個請求會重新載入它。</translation>
        </message>
        <message>
            <source>It must be an absolute path, such as /srv/work or ~/work.</source>
            <translation>必須是絕對路徑，例如 /srv/work 或 ~/work。</translation>
        </message>
        <message>
            <source>it needs Python {wanted}, and {found}; install one and name it in the setting tasks.python</source>
            <translation>它需要 Python {wanted}，而 {found}；請安裝一個並在設定 tasks.python 中指定</translation>
        </message>
        <message>
            <source>It ran out of memory: {quote} Use a smaller batch size.</source>
            <translation>記憶體不足：{quote}請使用更小的批次大小。</translation>
        </message>
        <message>
            <source>It ran out of {limit}; raise memory_limit or use less.</source>
            <translation>它超出了{limit}；請提高 memory_limit 或減少使用。</translation>
        </message>
        <message>
            <source>It ran, but the task database does not know it.</source>
            <translation>它執行過，但任務資料庫不認識它。</translation>
        </message>
        <message>
            <source>It runs as a process, as asked for.</source>
            <translation>依要求以行程執行。</translation>
        </message>
        <message>
            <source>It runs as a process: Docker here gives no GPUs to containers.</source>
            <translation>作為行程執行：這裡的 Docker 不能為容器提供 GPU。</translation>
        </message>
        <message>
            <source>It runs as a process: the image {image} is not on this node yet; build it to run jobs in containers.</source>
            <translation>作為行程執行：映像檔 {image} 還不在本節點上；建置它即可在容器中執行作業。</translation>
        </message>
        <message>
            <source>It runs as a process: {why}</source>
            <translation>作為行程執行：{why}</translation>
        </message>
        <message>
            <source>It runs in a container of {image}.</source>
            <translation>在 {image} 的容器中執行。</translation>
        </message>
        <message>
            <source>It runs, and no task that is open owns it.</source>
            <translation>它在執行，且沒有未結束的任務擁有它。</translation>
        </message>
        <message>
            <source>It was asked for before, with the same key.</source>
            <translation>先前已用同一個鍵提交過。</translation>
        </message>
        <message>
            <source>It was ended by {signal}; its log may say why.</source>
            <translation>被 {signal} 結束；日誌中或許有原因。</translation>
        </message>
        <message>
            <source>It was killed with SIGKILL by something other than this agent.</source>
            <translation>被此 Agent 以外的某方用 SIGKILL 結束。</translation>
        </message>
        <message>
            <source>It was made for an attempt of a task and holds no process any more.</source>
            <translation>它為任務的一次嘗試而建，現已不含任何行程。</translation>
        </message>
        <message>
            <source>It was stopped by {limit}; raise timeout if it needs longer.</source>
            <translation>因{limit}而停止；如需更久，請提高 timeout。</translation>
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
            <translation>超出了{limit}；請提高 disk_limit 或減少寫入。</translation>
        </message>
        <message>
            <source>Its code cannot be read: {quote} Mend it where the log says.</source>
            <translation>程式碼無法解析：{quote}請按日誌指出的位置修改。</translation>
        </message>
        <message>
            <source>its disk limit</source>
            <translation>其磁碟上限</translation>
        </message>
        <message>
            <source>its disk limit of {limit}</source>
            <translation>其 {limit} 的磁碟上限</translation>
        </message>
        <message>
            <source>Its GPUs lost touch with each other: {quote}</source>
            <translation>GPU 之間的通訊中斷：{quote}</translation>
        </message>
        <message>
            <source>Its launcher holds it and does not go on; end that process.</source>
            <translation>其啟動器佔著它而不再繼續；請結束那個行程。</translation>
        </message>
        <message>
            <source>its limit of {limit} processes</source>
            <translation>其 {limit} 個行程的上限</translation>
        </message>
        <message>
            <source>its memory limit</source>
            <translation>其記憶體上限</translation>
        </message>
        <message>
            <source>its memory limit of {limit}</source>
            <translation>其 {limit} 的記憶體上限</translation>
        </message>
        <message>
            <source>Its Python environment could not be made: {why}</source>
            <translation>無法準備其 Python 環境：{why}</translation>
        </message>
        <message>
            <source>Its Python environment could not be made: {why}.</source>
            <translation>無法準備其 Python 環境：{why}。</translation>
        </message>
        <message>
            <source>Its Python environment is being made.</source>
            <translation>正在準備其 Python 環境。</translation>
        </message>
        <message>
            <source>Its record cannot be read, so how it ended is not known.</source>
            <translation>其記錄無法讀取，因此它如何結束不得而知。</translation>
        </message>
        <message>
            <source>Its record is gone, so how it ended is not known.</source>
            <translation>其記錄已不存在，因此它如何結束不得而知。</translation>
        </message>
        <message>
            <source>its scopes have no control groups of version 2 that limit</source>
            <translation>其 scope 沒有可作限制的第 2 版控制群組</translation>
        </message>
        <message>
            <source>Its server is being started.</source>
            <translation>正在啟動其服務程序。</translation>
        </message>
        <message>
            <source>Its supervisor died before the command could run, {count} times.</source>
            <translation>其監督行程在命令執行之前就已終止，共 {count} 次。</translation>
        </message>
        <message>
            <source>Its supervisor was asked to end by something other than this agent.</source>
            <translation>其監督行程被此 Agent 以外的某方要求結束。</translation>
        </message>
        <message>
            <source>Its task is known again, and not to be ended like this.</source>
            <translation>其任務又已知，不應這樣結束。</translation>
        </message>
        <message>
            <source>Its task is known again.</source>
            <translation>其任務又已知。</translation>
        </message>
        <message>
            <source>Its task, {task}, has ended or is not known.</source>
            <translation>其任務 {task} 已結束或不為所知。</translation>
        </message>
        <message>
            <source>its timeout</source>
            <translation>其逾時</translation>
        </message>
        <message>
            <source>its timeout of {limit}</source>
            <translation>其 {limit} 的逾時</translation>
        </message>
        <message>
            <source>Its true end was found: {end}</source>
            <translation>已查明其真實結局：{end}</translation>
        </message>
        <message>
            <source>its write-ahead log is cut off</source>
            <translation>其預寫日誌不完整</translation>
        </message>
        <message>
            <source>its write-ahead log is gone</source>
            <translation>其預寫日誌丟失</translation>
        </message>
        <message>
            <source>its write-ahead log is not readable</source>
            <translation>其預寫日誌無法讀取</translation>
        </message>
        <message>
            <source>Job {task} has ended ({status}); only what waits or runs can be cancelled.</source>
            <translation>作業 {task} 已結束（{status}）；只能取消等待中或執行中的作業。</translation>
        </message>
        <message>
            <source>Left behind by agents that ended: {what}. See /api/orphans.</source>
            <translation>已結束的 Agent 遺留了：{what}。參見 /api/orphans。</translation>
        </message>
        <message>
            <source>limits are watched, not enforced by the kernel: no control groups</source>
            <translation>限制由監視實現，而非核心強制：沒有控制群組</translation>
        </message>
        <message>
            <source>max must not be less than min</source>
            <translation>max 不能小於 min</translation>
        </message>
        <message>
            <source>must be 100 percent together</source>
            <translation>合計必須為 100%</translation>
        </message>
        <message>
            <source>must be a line of text without control characters</source>
            <translation>必須是不含控制字元的一行文字</translation>
        </message>
        <message>
            <source>must be a list, such as [a, b]</source>
            <translation>必須是列表，例如 [a, b]</translation>
        </message>
        <message>
            <source>must be a number</source>
            <translation>必須是數字</translation>
        </message>
        <message>
            <source>must be a number with a unit</source>
            <translation>必須是帶單位的數字</translation>
        </message>
        <message>
            <source>must be a section with settings of its own</source>
            <translation>必須是含有自身設定的小節</translation>
        </message>
        <message>
            <source>must be a single line</source>
            <translation>必須是單獨一行</translation>
        </message>
        <message>
            <source>must be a variable name: not empty, without '='</source>
            <translation>必須是變數名：不為空，且不含 '='</translation>
        </message>
        <message>
            <source>must be a whole number</source>
            <translation>必須是整數</translation>
        </message>
        <message>
            <source>must be at least {least}</source>
            <translation>至少為 {least}</translation>
        </message>
        <message>
            <source>must be at most {most}</source>
            <translation>至多為 {most}</translation>
        </message>
        <message>
            <source>must be empty, or more than 0 and at most 10 years, not {value}</source>
            <translation>必須為空，或大於 0 且不超過 10 年，而不是 {value}</translation>
        </message>
        <message>
            <source>must be greater than {bound}</source>
            <translation>必須大於 {bound}</translation>
        </message>
        <message>
            <source>must be less than {bound}</source>
            <translation>必須小於 {bound}</translation>
        </message>
        <message>
            <source>must be null</source>
            <translation>必須為 null</translation>
        </message>
        <message>
            <source>must be one of {choices}</source>
            <translation>必須是 {choices} 之一</translation>
        </message>
        <message>
            <source>must be text</source>
            <translation>必須是文字</translation>
        </message>
        <message>
            <source>must be text, a line for each item</source>
            <translation>必須是文字，每項一行</translation>
        </message>
        <message>
            <source>must be text, in quotes if it looks like more</source>
            <translation>必須是文字；若看起來像別的內容，請加引號</translation>
        </message>
        <message>
            <source>must be the name of an image, such as ai-training:latest</source>
            <translation>必須是映像檔名稱，例如 ai-training:latest</translation>
        </message>
        <message>
            <source>must be true or false</source>
            <translation>必須是 true 或 false</translation>
        </message>
        <message>
            <source>must be {expected}</source>
            <translation>必須是 {expected}</translation>
        </message>
        <message>
            <source>must be {id}, as in the address</source>
            <translation>必須是 {id}，與地址中的一致</translation>
        </message>
        <message>
            <source>must list its default_engine, {engine}, in engines</source>
            <translation>必須在 engines 中列出其 default_engine：{engine}</translation>
        </message>
        <message>
            <source>must not be nested more than {depth} deep</source>
            <translation>巢狀不得超過 {depth} 層</translation>
        </message>
        <message>
            <source>must not contain a lone surrogate</source>
            <translation>不得含有孤立的代理項</translation>
        </message>
        <message>
            <source>must not contain a NUL character</source>
            <translation>不得含有 NUL 字元</translation>
        </message>
        <message>
            <source>must not end before it starts</source>
            <translation>結尾不得早於開頭</translation>
        </message>
        <message>
            <source>must not hold a whole number beyond {most}</source>
            <translation>不得含有大於 {most} 的整數</translation>
        </message>
        <message>
            <source>must not start at the home directory of a user that does not exist</source>
            <translation>不得以不存在的使用者的家目錄開頭</translation>
        </message>
        <message>
            <source>must not start with a dash</source>
            <translation>不得以連字號開頭</translation>
        </message>
        <message>
            <source>Name a path, or the task that made the file; not both.</source>
            <translation>請指定路徑，或產生該檔案的任務，不能兩者都指定。</translation>
        </message>
        <message>
            <source>Name the model's file, or a script that loads it.</source>
            <translation>請指定模型檔案，或載入模型的腳本。</translation>
        </message>
        <message>
            <source>No agent runs over {folder}, and nobody supervises its task.</source>
            <translation>沒有 Agent 在 {folder} 上執行，也沒有誰監督其任務。</translation>
        </message>
        <message>
            <source>No folder can be made in {path}.</source>
            <translation>無法在 {path} 中建立資料夾。</translation>
        </message>
        <message>
            <source>No image can be built here: {why}</source>
            <translation>這裡無法建置映像檔：{why}</translation>
        </message>
        <message>
            <source>No package index was reached: {line} Look at the network, or at pip's settings.</source>
            <translation>無法連線套件索引：{line}請檢查網路或 pip 的設定。</translation>
        </message>
        <message>
            <source>no process for it</source>
            <translation>沒有可用於它的行程</translation>
        </message>
        <message>
            <source>no Python answers what it has: {found}; name another one in the setting tasks.python</source>
            <translation>沒有 Python 能說明自己有哪些套件：{found}；請在設定 tasks.python 中指定另一個</translation>
        </message>
        <message>
            <source>No registry was reached for {image}: {why} Name a base image that is on this node.</source>
            <translation>無法為 {image} 連線映像檔儲存庫：{why}請指定本節點上已有的基礎映像檔。</translation>
        </message>
        <message>
            <source>No space left on device</source>
            <translation>裝置上沒有剩餘空間</translation>
        </message>
        <message>
            <source>No such file or directory</source>
            <translation>沒有那個檔案或目錄</translation>
        </message>
        <message>
            <source>Not a directory</source>
            <translation>不是目錄</translation>
        </message>
        <message>
            <source>Not part of this version</source>
            <translation>不屬於此版本</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>無</translation>
        </message>
        <message>
            <source>Nothing has been measured yet; the first sample comes within a second.</source>
            <translation>尚未測量任何資料；第一個樣本將在一秒內到來。</translation>
        </message>
        <message>
            <source>oom</source>
            <translation>記憶體不足</translation>
        </message>
        <message>
            <source>Operation not permitted</source>
            <translation>不允許的操作</translation>
        </message>
        <message>
            <source>Pages of other sites may not use this agent.</source>
            <translation>其他網站的頁面不得使用此 Agent。</translation>
        </message>
        <message>
            <source>Permission denied</source>
            <translation>許可權不足</translation>
        </message>
        <message>
            <source>pids_limit</source>
            <translation>行程數上限</translation>
        </message>
        <message>
            <source>Port {closed} cannot be listened on; the agent answers on port {port} only.</source>
            <translation>連線埠 {closed} 無法監聽；Agent 只在連線埠 {port} 上應答。</translation>
        </message>
        <message>
            <source>Port {taken} is taken; the agent answers on port {port} only.</source>
            <translation>連線埠 {taken} 已被佔用；Agent 只在連線埠 {port} 上應答。</translation>
        </message>
        <message>
            <source>Preparing its environment</source>
            <translation>正在準備其環境</translation>
        </message>
        <message>
            <source>Priority or labels changed</source>
            <translation>優先順序或標籤已更改</translation>
        </message>
        <message>
            <source>Process {pid}: {command}</source>
            <translation>行程 {pid}：{command}</translation>
        </message>
        <message>
            <source>Read-only file system</source>
            <translation>只讀檔案系統</translation>
        </message>
        <message>
            <source>requirements are provided to a script that a bare python or python3 runs; make it the command, and the script its first argument</source>
            <translation>requirements 提供給由 python 或 python3 直接執行的指令碼；請以它為命令，並以指令碼為第一個引數</translation>
        </message>
        <message>
            <source>requires-python in the metadata of the script must be text</source>
            <translation>指令碼元資料中的 requires-python 必須是文字</translation>
        </message>
        <message>
            <source>Resource temporarily unavailable</source>
            <translation>資源暫時不可用</translation>
        </message>
        <message>
            <source>Send the agent's token in the header Authorization: Bearer. Only programs of the agent's own user on this machine need none.</source>
            <translation>請在標頭 Authorization: Bearer 中傳送 Agent 的權杖。只有本機上屬於 Agent 自身使用者的程式不需要權杖。</translation>
        </message>
        <message>
            <source>Send the body as {types}.</source>
            <translation>請以 {types} 傳送請求內容。</translation>
        </message>
        <message>
            <source>Send the body uncompressed.</source>
            <translation>請傳送未壓縮的本文。</translation>
        </message>
        <message>
            <source>should be a finite number</source>
            <translation>應為有限的數字</translation>
        </message>
        <message>
            <source>should be a valid boolean</source>
            <translation>應為有效的布林值</translation>
        </message>
        <message>
            <source>should be a valid boolean, unable to interpret input</source>
            <translation>應為有效的布林值，無法理解輸入</translation>
        </message>
        <message>
            <source>should be a valid dictionary</source>
            <translation>應為有效的字典</translation>
        </message>
        <message>
            <source>should be a valid integer</source>
            <translation>應為有效的整數</translation>
        </message>
        <message>
            <source>should be a valid integer, got a number with a fractional part</source>
            <translation>應為有效的整數，卻得到帶小數的數字</translation>
        </message>
        <message>
            <source>should be a valid integer, unable to parse string as an integer</source>
            <translation>應為有效的整數，無法將文字解析為整數</translation>
        </message>
        <message>
            <source>should be a valid list</source>
            <translation>應為有效的列表</translation>
        </message>
        <message>
            <source>should be a valid number</source>
            <translation>應為有效的數字</translation>
        </message>
        <message>
            <source>should be a valid number, unable to parse string as a number</source>
            <translation>應為有效的數字，無法將文字解析為數字</translation>
        </message>
        <message>
            <source>should be a valid string</source>
            <translation>應為有效的文字</translation>
        </message>
        <message>
            <source>should be a valid tuple</source>
            <translation>應為有效的元組</translation>
        </message>
        <message>
            <source>should be greater than or equal to {ge}</source>
            <translation>應大於或等於 {ge}</translation>
        </message>
        <message>
            <source>should be greater than {gt}</source>
            <translation>應大於 {gt}</translation>
        </message>
        <message>
            <source>should be less than or equal to {le}</source>
            <translation>應小於或等於 {le}</translation>
        </message>
        <message>
            <source>should be less than {lt}</source>
            <translation>應小於 {lt}</translation>
        </message>
        <message>
            <source>should be {expected}</source>
            <translation>應為 {expected}</translation>
        </message>
        <message>
            <source>signal</source>
            <translation>訊號</translation>
        </message>
        <message>
            <source>Some of its processes could not be killed.</source>
            <translation>它的一些行程無法結束。</translation>
        </message>
        <message>
            <source>Somebody is at work in it, or it is gone.</source>
            <translation>有誰正在其中工作，或它已不存在。</translation>
        </message>
        <message>
            <source>Somebody removed its container, so how it ended is not known.</source>
            <translation>有人移除了它的容器，因此它如何結束不得而知。</translation>
        </message>
        <message>
            <source>something that is not a file is in its place</source>
            <translation>在它的位置上有別的東西，不是檔案</translation>
        </message>
        <message>
            <source>Started, process {pid}</source>
            <translation>已啟動，行程 {pid}</translation>
        </message>
        <message>
            <source>Starts at once: {used} of {slots} slots used.</source>
            <translation>立即開始：已用 {used} 個名額，共 {slots} 個。</translation>
        </message>
        <message>
            <source>Starts in a moment, number {position}.</source>
            <translation>即將開始，排在第 {position} 位。</translation>
        </message>
        <message>
            <source>Stopped before it ran.</source>
            <translation>在執行之前已停止。</translation>
        </message>
        <message>
            <source>Stopped before its attempt {attempt} ran.</source>
            <translation>在第 {attempt} 次嘗試執行之前已停止。</translation>
        </message>
        <message>
            <source>Stopped; how it ended is not known.</source>
            <translation>已停止；它如何結束不得而知。</translation>
        </message>
        <message>
            <source>Stopped; it ended with exit code {code}.</source>
            <translation>已停止；以結束程式碼 {code} 結束。</translation>
        </message>
        <message>
            <source>Stopped; it ended with {signal}.</source>
            <translation>已停止；以 {signal} 結束。</translation>
        </message>
        <message>
            <source>Stopping, up to {grace} of grace</source>
            <translation>正在停止，寬限最多 {grace}</translation>
        </message>
        <message>
            <source>string should have at least 1 character</source>
            <translation>文字至少應有 1 個字元</translation>
        </message>
        <message>
            <source>string should have at most {max_length} characters</source>
            <translation>文字最多應有 {max_length} 個字元</translation>
        </message>
        <message>
            <source>string should match pattern '{pattern}'</source>
            <translation>文字應匹配模式 '{pattern}'</translation>
        </message>
        <message>
            <source>Swagger UI is not part of this installation; see /openapi.json.</source>
            <translation>此安裝不含 Swagger UI；參見 /openapi.json。</translation>
        </message>
        <message>
            <source>systemd does not run this system</source>
            <translation>此係統不由 systemd 執行</translation>
        </message>
        <message>
            <source>systemd made no scope within {seconds} s</source>
            <translation>systemd 在 {seconds} 秒內沒有建立 scope</translation>
        </message>
        <message>
            <source>systemd-run ended with {status}</source>
            <translation>systemd-run 以 {status} 結束</translation>
        </message>
        <message>
            <source>takes too long on the lines of this log; make it simpler</source>
            <translation>在此日誌的行上耗時過長；請簡化它</translation>
        </message>
        <message>
            <source>Task cancelled successfully.</source>
            <translation>任務已成功取消。</translation>
        </message>
        <message>
            <source>Task queue is full: {count} tasks wait. Try again later.</source>
            <translation>任務佇列已滿：有 {count} 個任務在等待。請稍後再試。</translation>
        </message>
        <message>
            <source>Task {task} does not run.</source>
            <translation>任務 {task} 沒有在執行。</translation>
        </message>
        <message>
            <source>Task {task} has ended; its priority and labels are history.</source>
            <translation>任務 {task} 已結束；其優先順序和標籤已成歷史。</translation>
        </message>
        <message>
            <source>Task {task} has not ended; stop it first.</source>
            <translation>任務 {task} 尚未結束；請先停止它。</translation>
        </message>
        <message>
            <source>Task {task} is no training job.</source>
            <translation>任務 {task} 不是訓練作業。</translation>
        </message>
        <message>
            <source>tasks.limited_by is cgroups, and this user was given none</source>
            <translation>tasks.limited_by 為 cgroups，而此使用者沒有被分配任何控制群組</translation>
        </message>
        <message>
            <source>tasks.limited_by is systemd, and {why}</source>
            <translation>tasks.limited_by 為 systemd，而 {why}</translation>
        </message>
        <message>
            <source>that is a directory</source>
            <translation>那是一個目錄</translation>
        </message>
        <message>
            <source>that is its working directory (working_dir)</source>
            <translation>那是它的工作目錄（working_dir）</translation>
        </message>
        <message>
            <source>The agent answered {status}.</source>
            <translation>Agent 應答了 {status}。</translation>
        </message>
        <message>
            <source>The agent cannot write to its disk: {why}</source>
            <translation>Agent 無法寫入其磁碟：{why}</translation>
        </message>
        <message>
            <source>The agent cannot write to its disk: {why}. Free some space.</source>
            <translation>Agent 無法寫入其磁碟：{why}。請騰出一些空間。</translation>
        </message>
        <message>
            <source>The agent ended the connection.</source>
            <translation>Agent 結束了連線。</translation>
        </message>
        <message>
            <source>The agent failed on this request; its log says why.</source>
            <translation>Agent 處理此請求時失敗；原因見其日誌。</translation>
        </message>
        <message>
            <source>the agent failed; its log says why</source>
            <translation>Agent 發生故障；原因見其日誌</translation>
        </message>
        <message>
            <source>the arguments are longer than 1 MiB together; pass them in a file</source>
            <translation>引數合計超過 1 MiB；請改用檔案傳入</translation>
        </message>
        <message>
            <source>The body is larger than {size} KiB.</source>
            <translation>本文大於 {size} KiB。</translation>
        </message>
        <message>
            <source>The body is malformed: {why}</source>
            <translation>本文格式有誤：{why}</translation>
        </message>
        <message>
            <source>The body is nested too deeply.</source>
            <translation>本文巢狀過深。</translation>
        </message>
        <message>
            <source>The body is not JSON: {why} at line {line}, column {column}.</source>
            <translation>本文不是 JSON：第 {line} 行第 {column} 列，{why}。</translation>
        </message>
        <message>
            <source>The body is not JSON: {why}.</source>
            <translation>本文不是 JSON：{why}。</translation>
        </message>
        <message>
            <source>The body is not UTF-8.</source>
            <translation>本文不是 UTF-8。</translation>
        </message>
        <message>
            <source>The body took too long to arrive.</source>
            <translation>本文到達得太慢。</translation>
        </message>
        <message>
            <source>The build failed: {why} Its lines say more.</source>
            <translation>建置失敗：{why}建置輸出中有更多資訊。</translation>
        </message>
        <message>
            <source>The build was cancelled.</source>
            <translation>建置已取消。</translation>
        </message>
        <message>
            <source>the command line</source>
            <translation>命令列</translation>
        </message>
        <message>
            <source>The command {command} was not found.</source>
            <translation>找不到命令 {command}。</translation>
        </message>
        <message>
            <source>The data directory of its agent, {folder}, is gone.</source>
            <translation>其 Agent 的資料目錄 {folder} 已不存在。</translation>
        </message>
        <message>
            <source>The disk of {folder} cannot be read: {why}.</source>
            <translation>無法讀取 {folder} 所在的磁碟：{why}。</translation>
        </message>
        <message>
            <source>The disk of {folder} is nearly full: free {size}, as what is left is kept for the tasks that run.</source>
            <translation>{folder} 所在的磁碟快滿了：請騰出 {size}，剩餘空間留給正在執行的任務。</translation>
        </message>
        <message>
            <source>The Dockerfile cannot be read: {why}</source>
            <translation>無法解析 Dockerfile：{why}</translation>
        </message>
        <message>
            <source>the Dockerfile's own base image</source>
            <translation>Dockerfile 自帶的基礎映像檔</translation>
        </message>
        <message>
            <source>the field {field} depends on {other}, which no earlier field is</source>
            <translation>欄位 {field} 依賴於 {other}，但之前沒有這個欄位</translation>
        </message>
        <message>
            <source>the field {field} is there twice</source>
            <translation>欄位 {field} 出現了兩次</translation>
        </message>
        <message>
            <source>the field {field}: choices belong to the type choice</source>
            <translation>欄位 {field}：choices 只屬於 choice 型別</translation>
        </message>
        <message>
            <source>the field {field}: its minimum is above its maximum</source>
            <translation>欄位 {field}：最小值大於最大值</translation>
        </message>
        <message>
            <source>the file is gone, its write-ahead log is left</source>
            <translation>檔案不存在，但其預寫日誌還在</translation>
        </message>
        <message>
            <source>The folder {folder} does not exist.</source>
            <translation>資料夾 {folder} 不存在。</translation>
        </message>
        <message>
            <source>The Host header is missing or malformed.</source>
            <translation>Host 標頭缺失或格式有誤。</translation>
        </message>
        <message>
            <source>The image {image} cannot be pulled: {why} Look at its name, and at the network; one that is built here need not be pulled.</source>
            <translation>無法拉取映像檔 {image}：{why}請檢查映像檔名稱和網路；在本節點建置的映像檔無需拉取。</translation>
        </message>
        <message>
            <source>The image {image} is not on this node, and is not to be pulled.</source>
            <translation>映像檔 {image} 不在此節點上，且不允許拉取。</translation>
        </message>
        <message>
            <source>The image {image} is not on this node, and is not to be pulled; build it first.</source>
            <translation>映像檔 {image} 不在本節點上，也不應拉取；請先建置它。</translation>
        </message>
        <message>
            <source>The image {image} is on this node.</source>
            <translation>映像檔 {image} 已在此節點上。</translation>
        </message>
        <message>
            <source>The image {image} will be pulled.</source>
            <translation>將拉取映像檔 {image}。</translation>
        </message>
        <message>
            <source>the key {key} is given twice</source>
            <translation>鍵 {key} 出現了兩次</translation>
        </message>
        <message>
            <source>The launcher of processes cannot be started: {why}</source>
            <translation>無法啟動行程的啟動器：{why}</translation>
        </message>
        <message>
            <source>The machine restarted while it ran, so how it ended is not known.</source>
            <translation>它執行期間機器重新啟動，因此它如何結束不得而知。</translation>
        </message>
        <message>
            <source>The memory of the GPU was too small for it; use a smaller batch size, or a GPU with more.</source>
            <translation>GPU 記憶體不足；請使用更小的批次大小，或記憶體更大的 GPU。</translation>
        </message>
        <message>
            <source>the metadata of the script are not TOML: {why}</source>
            <translation>指令碼的元資料不是 TOML：{why}</translation>
        </message>
        <message>
            <source>The model cannot be loaded: {why}</source>
            <translation>無法載入模型：{why}</translation>
        </message>
        <message>
            <source>The model is being loaded.</source>
            <translation>正在載入模型。</translation>
        </message>
        <message>
            <source>The model is being stopped.</source>
            <translation>正在停止模型。</translation>
        </message>
        <message>
            <source>The model waits to be loaded.</source>
            <translation>模型正在等待載入。</translation>
        </message>
        <message>
            <source>The model {name} has a version {version} already.</source>
            <translation>模型 {name} 已有版本 {version}。</translation>
        </message>
        <message>
            <source>The model {name} has no version {version}.</source>
            <translation>模型 {name} 沒有版本 {version}。</translation>
        </message>
        <message>
            <source>The model {name} is being served.</source>
            <translation>模型 {name} 正在提供服務。</translation>
        </message>
        <message>
            <source>The model {name} is being served; stop it first.</source>
            <translation>模型 {name} 正在提供服務；請先將其停止。</translation>
        </message>
        <message>
            <source>The model {name} is not being served ({status}); start it.</source>
            <translation>模型 {name} 未在提供服務（{status}）；請啟動它。</translation>
        </message>
        <message>
            <source>The model {name} is not being served.</source>
            <translation>模型 {name} 未在提供服務。</translation>
        </message>
        <message>
            <source>The model's process has ended ({how}); it is started again.</source>
            <translation>模型行程已結束（{how}），正在重新啟動。</translation>
        </message>
        <message>
            <source>The model's process has ended; it is started again.</source>
            <translation>模型行程已結束，正在重新啟動。</translation>
        </message>
        <message>
            <source>The model's server ended before it answered.</source>
            <translation>模型的服務程序在回應前已結束。</translation>
        </message>
        <message>
            <source>The network {network} is not the container's own; leave it out.</source>
            <translation>網路 {network} 不是容器自己的；請不要填寫。</translation>
        </message>
        <message>
            <source>The node could not store it: {why} Free some space.</source>
            <translation>節點無法儲存它：{why}請騰出一些空間。</translation>
        </message>
        <message>
            <source>The node was restarted, so how it ended is not known.</source>
            <translation>節點已重新啟動，因此它如何結束不得而知。</translation>
        </message>
        <message>
            <source>the number {number} is too large</source>
            <translation>數字 {number} 過大</translation>
        </message>
        <message>
            <source>the package {package} is missing here and could not be downloaded; check the network, then run it again</source>
            <translation>此處缺少套件 {package}，且無法下載；請檢查網路後重新執行</translation>
        </message>
        <message>
            <source>the package {package} is there as source only, which would have to be built; allow that (allow_build), or ask for a version with a wheel</source>
            <translation>套件 {package} 只有原始碼，需要建置；請允許建置（allow_build），或要求帶 wheel 的版本</translation>
        </message>
        <message>
            <source>The preset {preset} is built in; give yours another id.</source>
            <translation>預設集 {preset} 是內建的；請為您的預設集另取 ID。</translation>
        </message>
        <message>
            <source>The process that supervised it was killed, so how it ended is not known; some of its processes may still run; look for them.</source>
            <translation>監督它的行程被結束，因此它如何結束不得而知；它的一些行程可能仍在執行，請尋找它們。</translation>
        </message>
        <message>
            <source>The process that supervised it was killed, so how it ended is not known; what was left of it was ended.</source>
            <translation>監督它的行程被結束，因此它如何結束不得而知；其殘留部分已被結束。</translation>
        </message>
        <message>
            <source>The resource history</source>
            <translation>資源歷史</translation>
        </message>
        <message>
            <source>the script has more than one block of metadata</source>
            <translation>指令碼有不止一個元資料塊</translation>
        </message>
        <message>
            <source>The search pattern {problem}.</source>
            <translation>搜尋模式{problem}。</translation>
        </message>
        <message>
            <source>The settings cannot be kept: {why}. Free some space.</source>
            <translation>無法儲存設定：{why}。請騰出一些空間。</translation>
        </message>
        <message>
            <source>The stop could not be saved: the disk is full.</source>
            <translation>無法儲存停止請求：磁碟已滿。</translation>
        </message>
        <message>
            <source>The task asks for more than this node has.</source>
            <translation>任務的要求超出此節點所有。</translation>
        </message>
        <message>
            <source>The task could not be saved: {why}. Free some space.</source>
            <translation>無法儲存任務：{why}。請騰出一些空間。</translation>
        </message>
        <message>
            <source>The task database</source>
            <translation>任務資料庫</translation>
        </message>
        <message>
            <source>The task database does not know it, and nothing of it ever ran.</source>
            <translation>任務資料庫不認識它，且它從未執行過。</translation>
        </message>
        <message>
            <source>The task database was missing; a new one was begun.</source>
            <translation>任務資料庫缺失；已新建一個。</translation>
        </message>
        <message>
            <source>The task has no file {path}.</source>
            <translation>任務沒有檔案 {path}。</translation>
        </message>
        <message>
            <source>The task left no file that is a model; name the file.</source>
            <translation>任務沒有留下模型檔案，請指定檔案。</translation>
        </message>
        <message>
            <source>The task left several models; name one of {files}.</source>
            <translation>任務留下了多個模型，請從 {files} 中指定一個。</translation>
        </message>
        <message>
            <source>The task {name} has not ended; its model may not be whole.</source>
            <translation>任務 {name} 尚未結束，其模型可能不完整。</translation>
        </message>
        <message>
            <source>the when of a list's item must be {form}</source>
            <translation>列表項的 when 必須是 {form}</translation>
        </message>
        <message>
            <source>The working directory {folder} does not exist.</source>
            <translation>工作目錄 {folder} 不存在。</translation>
        </message>
        <message>
            <source>The workspace {path} cannot be used: {why}.</source>
            <translation>無法使用工作區 {path}：{why}。</translation>
        </message>
        <message>
            <source>There is a model named {name}, {model}; start that one, or remove it.</source>
            <translation>已有名為 {name} 的模型（{model}）；請啟動該模型，或將其移除。</translation>
        </message>
        <message>
            <source>There is a token named {name}; revoke it, or choose another name.</source>
            <translation>已有名為 {name} 的權杖；請撤銷它，或另取名稱。</translation>
        </message>
        <message>
            <source>There is no base image {image}: {why}</source>
            <translation>沒有基礎映像檔 {image}：{why}</translation>
        </message>
        <message>
            <source>There is no build {build}.</source>
            <translation>沒有建置 {build}。</translation>
        </message>
        <message>
            <source>There is no engine {engine}; the setting ml.engines has {engines}.</source>
            <translation>沒有名為 {engine} 的引擎；設定 ml.engines 中有 {engines}。</translation>
        </message>
        <message>
            <source>There is no environment {environment}.</source>
            <translation>沒有環境 {environment}。</translation>
        </message>
        <message>
            <source>There is no file {file} in the workspace.</source>
            <translation>工作區中沒有檔案 {file}。</translation>
        </message>
        <message>
            <source>There is no model named {name}.</source>
            <translation>沒有名為 {name} 的模型。</translation>
        </message>
        <message>
            <source>There is no model {model}.</source>
            <translation>沒有模型 {model}。</translation>
        </message>
        <message>
            <source>There is no orphan {orphan}; look again at /api/orphans.</source>
            <translation>沒有遺留物 {orphan}；請再檢視 /api/orphans。</translation>
        </message>
        <message>
            <source>there is no package {package}; check its spelling, or where packages come from</source>
            <translation>沒有套件 {package}；請檢查其拼寫，或套件的來源</translation>
        </message>
        <message>
            <source>There is no preset {preset}.</source>
            <translation>沒有預設集 {preset}。</translation>
        </message>
        <message>
            <source>there is no Python; install one and name it in the setting tasks.python</source>
            <translation>這裡沒有 Python；請安裝一個並在設定 tasks.python 中指定</translation>
        </message>
        <message>
            <source>there is no room on the disk for {packages}; free some space, then run it again</source>
            <translation>磁碟上沒有空間容納 {packages}；請騰出空間後重新執行</translation>
        </message>
        <message>
            <source>there is no setting "{setting}"</source>
            <translation>沒有設定“{setting}”</translation>
        </message>
        <message>
            <source>there is no setting "{setting}"; did you mean "{other}"?</source>
            <translation>沒有設定“{setting}”；您是指“{other}”嗎？</translation>
        </message>
        <message>
            <source>There is no such file.</source>
            <translation>沒有這樣的檔案。</translation>
        </message>
        <message>
            <source>There is no task {task}.</source>
            <translation>沒有任務 {task}。</translation>
        </message>
        <message>
            <source>There is no token {token}.</source>
            <translation>沒有權杖 {token}。</translation>
        </message>
        <message>
            <source>there is no version of {package} that fits {packages} and this Python; its log has the details</source>
            <translation>沒有適合 {packages} 與此 Python 的 {package} 版本；詳情見其日誌</translation>
        </message>
        <message>
            <source>There is nothing at {path}.</source>
            <translation>{path} 處沒有任何內容。</translation>
        </message>
        <message>
            <source>There is nothing to go back to: {name} was always so.</source>
            <translation>沒有可以還原的狀態：{name} 一直如此。</translation>
        </message>
        <message>
            <source>This agent does not answer for {name}; use localhost or its address.</source>
            <translation>此 Agent 不以 {name} 應答；請使用 localhost 或其地址。</translation>
        </message>
        <message>
            <source>This agent has not written its run file.</source>
            <translation>此 Agent 尚未寫入其執行檔案。</translation>
        </message>
        <message>
            <source>This Idempotency-Key made task {task}, which has been removed since; use another key to run it again.</source>
            <translation>此 Idempotency-Key 建立了任務 {task}，該任務已被移除；請換一個鍵來重新執行。</translation>
        </message>
        <message>
            <source>This Idempotency-Key was used with a different request.</source>
            <translation>此 Idempotency-Key 曾用於不同的請求。</translation>
        </message>
        <message>
            <source>This needs a token with the role {role}, yours has {yours}.</source>
            <translation>這需要角色為 {role} 的權杖，您的是 {yours}。</translation>
        </message>
        <message>
            <source>This node cannot run jobs in containers: {why}</source>
            <translation>本節點無法在容器中執行作業：{why}</translation>
        </message>
        <message>
            <source>This node cannot run {kind} tasks: this version runs process tasks.</source>
            <translation>此節點不能執行 {kind} 任務：此版本只執行行程任務。</translation>
        </message>
        <message>
            <source>This node cannot run {kind} tasks: {why}</source>
            <translation>此節點不能執行 {kind} 任務：{why}</translation>
        </message>
        <message>
            <source>This node has no GPU that jobs can use: no NVIDIA driver answers. Leave gpu out to train on the processor.</source>
            <translation>本節點沒有作業可用的 GPU：NVIDIA 驅動程式沒有響應。省略 gpu 即可用處理器訓練。</translation>
        </message>
        <message>
            <source>This node has no GPU {gpu}.</source>
            <translation>本節點沒有 GPU {gpu}。</translation>
        </message>
        <message>
            <source>This node has no GPU {index}; it has {count}, counted from 0.</source>
            <translation>本節點沒有 GPU {index}；共有 {count} 個，從 0 開始編號。</translation>
        </message>
        <message>
            <source>This node serves no models: the setting ml.enabled is off.</source>
            <translation>此節點不提供模型服務：設定 ml.enabled 已關閉。</translation>
        </message>
        <message>
            <source>This token is not known, or not any more.</source>
            <translation>此權杖不為所知，或已失效。</translation>
        </message>
        <message>
            <source>This user may not use Docker.</source>
            <translation>此使用者不得使用 Docker。</translation>
        </message>
        <message>
            <source>timeout</source>
            <translation>逾時</translation>
        </message>
        <message>
            <source>to run the one in the working directory, write ./{command}</source>
            <translation>要執行工作目錄中的那個，請寫 ./{command}</translation>
        </message>
        <message>
            <source>Too many levels of symbolic links</source>
            <translation>符號連結層數過多</translation>
        </message>
        <message>
            <source>Too many open files</source>
            <translation>開啟的檔案過多</translation>
        </message>
        <message>
            <source>Too many wrong tokens from this address.</source>
            <translation>來自此地址的錯誤權杖過多。</translation>
        </message>
        <message>
            <source>Training task submitted successfully.</source>
            <translation>訓練任務已成功提交。</translation>
        </message>
        <message>
            <source>uv said nothing</source>
            <translation>uv 沒有輸出</translation>
        </message>
        <message>
            <source>uv, which makes environments, is missing; install it (pip install uv)</source>
            <translation>缺少用來建立環境的 uv；請安裝它（pip install uv）</translation>
        </message>
        <message>
            <source>Version {version} gets requests; have others get them first.</source>
            <translation>版本 {version} 正在接收請求，請先把請求分給其他版本。</translation>
        </message>
        <message>
            <source>Version {version} still gets requests: those that are to get them are not loaded.</source>
            <translation>版本 {version} 仍在接收請求：應接收請求的版本尚未載入。</translation>
        </message>
        <message>
            <source>Waits for a slot: all {slots} are taken, number {position} in the queue.</source>
            <translation>等待名額：{slots} 個名額已全部佔用，排在第 {position} 位。</translation>
        </message>
        <message>
            <source>Waits for the GPU {gpu}, which another task has.</source>
            <translation>等待 GPU {gpu}，它正被另一個任務佔用。</translation>
        </message>
        <message>
            <source>Waits for {amount}: {free} of {total} free, the rest is reserved by running tasks.</source>
            <translation>等待 {amount}：{total} 中有 {free} 空閒，其餘由執行中的任務預留。</translation>
        </message>
        <message>
            <source>what follows the program goes into args, a piece each</source>
            <translation>程式之後的內容應逐個填入引數（args）</translation>
        </message>
        <message>
            <source>{command} names an interpreter that is not there</source>
            <translation>{command} 指定的直譯器不存在</translation>
        </message>
        <message>
            <source>{command} names an interpreter that is not there: its lines end as on Windows; dos2unix mends that</source>
            <translation>{command} 指定的直譯器不存在：其行尾是 Windows 格式；dos2unix 可修正</translation>
        </message>
        <message>
            <source>{count} containers</source>
            <translation>{count} 個容器</translation>
        </message>
        <message>
            <source>{count} CPU cores</source>
            <translation>{count} 個 CPU 核心</translation>
        </message>
        <message>
            <source>{count} GPUs</source>
            <translation>{count} 個 GPU</translation>
        </message>
        <message>
            <source>{count} images are being built already; wait for one of them, or cancel it.</source>
            <translation>已有 {count} 個映像檔正在建置；請等待其中一個完成，或取消一個。</translation>
        </message>
        <message>
            <source>{count} processes</source>
            <translation>{count} 個行程</translation>
        </message>
        <message>
            <source>{count} processes and threads</source>
            <translation>{count} 個行程和執行緒</translation>
        </message>
        <message>
            <source>{count} task folders</source>
            <translation>{count} 個任務資料夾</translation>
        </message>
        <message>
            <source>{count} tasks were found again by their records.</source>
            <translation>已根據記錄找回 {count} 個任務。</translation>
        </message>
        <message>
            <source>{field} {problem}.</source>
            <translation>{field} {problem}。</translation>
        </message>
        <message>
            <source>{file} cannot be understood: {why}.</source>
            <translation>無法理解 {file}：{why}。</translation>
        </message>
        <message>
            <source>{file} lies outside the workspace, {workspace}.</source>
            <translation>{file} 不在工作區 {workspace} 中。</translation>
        </message>
        <message>
            <source>{first} {then}</source>
            <translation>{first}{then}</translation>
        </message>
        <message>
            <source>{folder} cannot be read: {why}.</source>
            <translation>無法讀取 {folder}：{why}。</translation>
        </message>
        <message>
            <source>{folder} has Docker's own socket, and with it all of this node.</source>
            <translation>{folder} 含有 Docker 自己的通訊端，也就擁有整個節點。</translation>
        </message>
        <message>
            <source>{folder} holds more than {most}; move what is not for the image elsewhere.</source>
            <translation>{folder} 中的內容超過 {most}；請把不屬於映像檔的檔案移到別處。</translation>
        </message>
        <message>
            <source>{folder} is no folder.</source>
            <translation>{folder} 不是資料夾。</translation>
        </message>
        <message>
            <source>{folder} lies outside the workspace, {workspace}.</source>
            <translation>{folder} 不在工作區 {workspace} 中。</translation>
        </message>
        <message>
            <source>{folder} lies outside what containers may mount: the workspace, and what containers.allowed_mounts names.</source>
            <translation>{folder} 不在容器可掛載的範圍內：工作區，以及 containers.allowed_mounts 所列。</translation>
        </message>
        <message>
            <source>{header} must be a number of bytes.</source>
            <translation>{header} 必須是位元組數。</translation>
        </message>
        <message>
            <source>{how}, in a scope of systemd</source>
            <translation>{how}，在 systemd 的 scope 中</translation>
        </message>
        <message>
            <source>{how}, watched only: {what}</source>
            <translation>{how}，僅監視：{what}</translation>
        </message>
        <message>
            <source>{key} was set by {where}, which would win again at the next start; change it there.</source>
            <translation>{key} 由{where}設定，下次啟動時又會以它為準；請在那裡更改。</translation>
        </message>
        <message>
            <source>{name} is neither one of {known} nor a file of the workspace.</source>
            <translation>{name} 既不是 {known} 之一，也不是工作區中的檔案。</translation>
        </message>
        <message>
            <source>{one}, {more}</source>
            <translation>{one}、{more}</translation>
        </message>
        <message>
            <source>{packages} could not be installed: {why}</source>
            <translation>無法安裝 {packages}：{why}</translation>
        </message>
        <message>
            <source>{path} is no folder.</source>
            <translation>{path} 不是資料夾。</translation>
        </message>
        <message>
            <source>{path} is not a file that can be read.</source>
            <translation>{path} 不是可讀取的檔案。</translation>
        </message>
        <message>
            <source>{path} is not a path of plain names.</source>
            <translation>{path} 不是由普通名稱組成的路徑。</translation>
        </message>
        <message>
            <source>{place}: {problem}</source>
            <translation>{place}：{problem}</translation>
        </message>
        <message>
            <source>{problem} (and {count} more)</source>
            <translation>{problem}（另有 {count} 項）</translation>
        </message>
        <message>
            <source>{python} has what it needs: {packages}.</source>
            <translation>{python} 已具備所需：{packages}。</translation>
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
            <translation>其日誌缺少 {size} 的輸出：磁碟已滿。</translation>
        </message>
        <message>
            <source>{size} of memory</source>
            <translation>{size} 記憶體</translation>
        </message>
        <message>
            <source>{size} when it was stopped, {over} over</source>
            <translation>停止時為 {size}，超出 {over}</translation>
        </message>
        <message>
            <source>{subject} was damaged ({damage}); it was moved to {name} and a new one begun.</source>
            <translation>{subject}已損壞（{damage}）；已移至 {name}，並新建了一個。</translation>
        </message>
        <message>
            <source>{text} does not name an event; it looks like epoch-seq.</source>
            <translation>{text} 不是事件的名稱；它的形式是 epoch-seq。</translation>
        </message>
        <message>
            <source>{text} is no address</source>
            <translation>{text} 不是地址</translation>
        </message>
        <message>
            <source>{text} is no place in a container: an absolute path below /</source>
            <translation>{text} 不是容器中的位置：須為 / 之下的絕對路徑</translation>
        </message>
        <message>
            <source>{text} is no place in logs: take `next` of an answer</source>
            <translation>{text} 不是日誌中的位置：請使用應答中的 `next`</translation>
        </message>
        <message>
            <source>{text} is no port: ports are 1 to 65535</source>
            <translation>{text} 不是連線埠：連線埠為 1 到 65535</translation>
        </message>
        <message>
            <source>{text} is no port: write it as 8080:80 or 127.0.0.1:8080:80/udp</source>
            <translation>{text} 不是連線埠：請寫成 8080:80 或 127.0.0.1:8080:80/udp</translation>
        </message>
        <message>
            <source>{text} is no volume: write it as folder:/path or folder:/path:ro</source>
            <translation>{text} 不是卷：請寫成 folder:/path 或 folder:/path:ro</translation>
        </message>
        <message>
            <source>{text} is not a cursor: attempt:segment:offset</source>
            <translation>{text} 不是遊標：attempt:segment:offset</translation>
        </message>
        <message>
            <source>{text} is not a duration such as "30s", "5m" or "2h"</source>
            <translation>{text} 不是時長，例如 "30s"、"5m" 或 "2h"</translation>
        </message>
        <message>
            <source>{text} is not a JSON number</source>
            <translation>{text} 不是 JSON 數字</translation>
        </message>
        <message>
            <source>{text} is not a package from an index or the web</source>
            <translation>{text} 不是來自索引或網路的套件</translation>
        </message>
        <message>
            <source>{text} is not a range of Python versions such as &gt;=3.11</source>
            <translation>{text} 不是 Python 版本範圍，例如 &gt;=3.11</translation>
        </message>
        <message>
            <source>{text} is not a requirement such as numpy&gt;=2</source>
            <translation>{text} 不是套件要求，例如 numpy&gt;=2</translation>
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
            <translation>{url} 沒有及時響應。</translation>
        </message>
        <message>
            <source>{url} does not answer: {why}</source>
            <translation>{url} 沒有響應：{why}</translation>
        </message>
        <message>
            <source>{url} is not asked any more.</source>
            <translation>不再詢問 {url}。</translation>
        </message>
        <message>
            <source>{url} shows the certificate {shown}, not the one that was pinned ({pinned}). Somebody may be in between; or the agent was set up anew, then remove it here and add it again.</source>
            <translation>{url} 出示的憑證是 {shown}，而不是已固定的（{pinned}）。可能有人在中間；也可能 Agent 已重新設定，那麼請在此移除它並重新新增。</translation>
        </message>
        <message>
            <source>{what} ({detail})</source>
            <translation>{what}（{detail}）</translation>
        </message>
        <message>
            <source>{what}, {size} in its directory in the end</source>
            <translation>{what}，最終其目錄中有 {size}</translation>
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
