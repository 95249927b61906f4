<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>gradcanvas</name>
    <message>
        <source> at {place}</source>
        <translation>（位置 {place}）</translation>
    </message>
    <message>
        <source>"attributes" must be an object</source>
        <translation>"attributes" 必须是一个对象</translation>
    </message>
    <message>
        <source>"collapsed" must be true or false</source>
        <translation>“collapsed” 必须是 true 或 false</translation>
    </message>
    <message>
        <source>"members" must be a list of the ids of nodes</source>
        <translation>“members” 必须是节点 id 的列表</translation>
    </message>
    <message>
        <source>"name" must be text in quotes</source>
        <translation>“name” 必须是带引号的文本</translation>
    </message>
    <message>
        <source>"op" must say which operation it is</source>
        <translation>"op" 必须写明是哪种运算</translation>
    </message>
    <message>
        <source>"parent" must be the id of a group</source>
        <translation>“parent” 必须是一个组的 id</translation>
    </message>
    <message>
        <source>"ports" must be a list of objects with "node", "port" and "name" in quotes</source>
        <translation>“ports” 必须是对象列表，每个对象含带引号的 “node”、“port” 和 “name”</translation>
    </message>
    <message>
        <source>"target" names {target}, but no node has that id</source>
        <translation>"target" 指向 {target}，但没有节点使用这个 id</translation>
    </message>
    <message>
        <source>"training" must be an object</source>
        <translation>"training" 必须是对象</translation>
    </message>
    <message>
        <source>"version" must be a whole number from 1 to {version}</source>
        <translation>"version" 必须是 1 到 {version} 之间的整数</translation>
    </message>
    <message>
        <source>"zoom" must be a number</source>
        <translation>"zoom" 必须是数字</translation>
    </message>
    <message>
        <source>"{key}" must be a list in [ ]</source>
        <translation>"{key}" 必须是写在 [ ] 中的列表</translation>
    </message>
    <message>
        <source>"{key}" must be a text</source>
        <translation>"{key}" 必须是文本</translation>
    </message>
    <message>
        <source>"{key}" must be two numbers, [x, y]</source>
        <translation>"{key}" 必须是两个数字：[x, y]</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>组(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Node</source>
        <translation>节点(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>**Bold**, *slanted*, - lists, # headings, $x^2$</source>
        <translation>**粗体**、*斜体*、- 列表、# 标题、$x^2$</translation>
    </message>
    <message>
        <source>+ parameters</source>
        <translation>+ 参数</translation>
    </message>
    <message>
        <source>, test</source>
        <translation>（测试）</translation>
    </message>
    <message>
        <source>- needs --jsonl</source>
        <translation>- 需要与 --jsonl 一起使用</translation>
    </message>
    <message>
        <source>--backend torch knows no --jsonl, --resume and --checkpoint</source>
        <translation>--backend torch 不支持 --jsonl、--resume 和 --checkpoint</translation>
    </message>
    <message>
        <source>--seed begins another run; it can't be given with --resume</source>
        <translation>--seed 会开始新的训练，不能与 --resume 同时使用</translation>
    </message>
    <message>
        <source>--set {setting}: write NAME=VALUE</source>
        <translation>--set {setting}：请写成 NAME=VALUE</translation>
    </message>
    <message>
        <source>--set {setting}: {reason}</source>
        <translation>--set {setting}：{reason}</translation>
    </message>
    <message>
        <source>0 %: as likely as the others; 100 %: no doubt</source>
        <translation>0 %：与其他类别同样可能；100 %：毫无疑问</translation>
    </message>
    <message>
        <source>0 to {last}</source>
        <translation>0 到 {last}</translation>
    </message>
    <message>
        <source>1 edit</source>
        <translation>1 次编辑</translation>
    </message>
    <message>
        <source>1 node</source>
        <translation>1 个节点</translation>
    </message>
    <message>
        <source>1/x falls as x grows: its derivative is −1/x², which is −y².</source>
        <translation>x 增大时 1/x 减小：它的导数是 −1/x²，也就是 −y²。</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>A 2-2-1 network</source>
        <translation>2-2-1 网络</translation>
    </message>
    <message>
        <source>A 2-4-2 network on the four corners of exclusive or. Without its hidden layer it could get three of them right at most.</source>
        <translation>用 2-4-2 网络学习异或的四个角。没有隐藏层时，它最多只能答对三个。</translation>
    </message>
    <message>
        <source>A 2-50-3 network with relu learns arms that wind around each other; watch its boundary bend.</source>
        <translation>2-50-3 的 relu 网络学会互相缠绕的旋臂；看它的边界如何弯曲。</translation>
    </message>
    <message>
        <source>A DOT file for Graphviz: nodes in the shapes of the canvas, wires with their values and gradients.</source>
        <translation>Graphviz 的 DOT 文件：节点保持画布上的形状，连线标有数值和梯度。</translation>
    </message>
    <message>
        <source>A LaTeX derivation: every value and every application of the chain rule, with the numbers put in.</source>
        <translation>LaTeX 推导：每个数值、每一次链式法则，都代入了数字。</translation>
    </message>
    <message>
        <source>A NumPy program: layer classes with forward and backward, as textbooks write them. It checks itself when it runs.</source>
        <translation>NumPy 程序：教科书式的层类，带 forward 和 backward；运行时自行核对。</translation>
    </message>
    <message>
        <source>A PyTorch program: the graph as a module, and its training set-up as a script. It checks itself when it runs.</source>
        <translation>PyTorch 程序：计算图是一个模块，训练设置是一段脚本；运行时自行核对。</translation>
    </message>
    <message>
        <source>A backward rule is wrong on purpose. Your document is not touched.</source>
        <translation>有一条反向规则被故意弄错了。你的文档没有改动。</translation>
    </message>
    <message>
        <source>A boundary is drawn over two inputs and a curve over one; what “{run}” predicts is no function of that few.</source>
        <translation>两个输入可画边界，一个输入可画曲线；“{run}” 的预测依赖更多的输入。</translation>
    </message>
    <message>
        <source>A circle of radius 1 and one of radius ½ inside it, with noise of standard deviation 0.08.</source>
        <translation>半径为 1 的圆和其中半径为 ½ 的圆，带标准差 0.08 的噪声。</translation>
    </message>
    <message>
        <source>A coloured frame that carries what stands inside</source>
        <translation>彩色边框，移动时带上其中的一切</translation>
    </message>
    <message>
        <source>A coloured frame with a heading; it carries what stands inside.</source>
        <translation>带标题的彩色边框；移动时带上其中的一切。</translation>
    </message>
    <message>
        <source>A computation graph</source>
        <translation>一个计算图</translation>
    </message>
    <message>
        <source>A copy beside it, inner wires kept</source>
        <translation>在旁边复制一份，保留内部连线</translation>
    </message>
    <message>
        <source>A fixed number, such as the 1 in x + 1.</source>
        <translation>固定的数，例如 x + 1 中的 1。</translation>
    </message>
    <message>
        <source>A formula of your own, with derivatives that you state yourself: right or wrong, the gradient check will tell.</source>
        <translation>自己写的公式，导数也由自己给出：对还是错，梯度检验会告诉你。</translation>
    </message>
    <message>
        <source>A formula, such as (a + b) * (b + 1)</source>
        <translation>公式，例如 (a + b) * (b + 1)</translation>
    </message>
    <message>
        <source>A fully connected layer and its activation.</source>
        <translation>全连接层及其激活函数。</translation>
    </message>
    <message>
        <source>A fully connected layer: x·W + b, with W as (in, out) or, as in PyTorch's Linear, (out, in); b may be left open.</source>
        <translation>全连接层：x·W + b。W 的形状为 (输入, 输出)，或者像 PyTorch 的 Linear 那样为 (输出, 输入)；b 可以不接。</translation>
    </message>
    <message>
        <source>A hinge classifier</source>
        <translation>合页损失分类器</translation>
    </message>
    <message>
        <source>A larger divisor makes the quotient smaller: ∂(x/y)/∂y = −x/y².</source>
        <translation>除数变大，商就变小：∂(x/y)/∂y = −x/y²。</translation>
    </message>
    <message>
        <source>A line through a hundred noisy points: mean squared error and gradient descent find slope and intercept.</source>
        <translation>穿过一百个带噪声点的直线：均方误差与梯度下降找到斜率和截距。</translation>
    </message>
    <message>
        <source>A linear multi-class SVM: hinge loss with a margin of 1 and a penalty on the weights.</source>
        <translation>线性多类 SVM：间隔为 1 的合页损失，加上对权重的惩罚。</translation>
    </message>
    <message>
        <source>A number of outputs is a whole number from 1 to {most}.</source>
        <translation>输出个数是 1 到 {most} 之间的整数。</translation>
    </message>
    <message>
        <source>A number: one entry in, one entry out.</source>
        <translation>一个数：一个输入元素，一个输出元素。</translation>
    </message>
    <message>
        <source>A picture made of pixels, for slides and the web.</source>
        <translation>像素图片，适合幻灯片和网页。</translation>
    </message>
    <message>
        <source>A picture that stays sharp at every size, with its fonts in it.</source>
        <translation>任意放大都清晰的图片，自带字体。</translation>
    </message>
    <message>
        <source>A picture that stays sharp at every size, with real text that can be edited.</source>
        <translation>任意放大都清晰的图片，文字仍是文字，可以编辑。</translation>
    </message>
    <message>
        <source>A replay as one page for a browser: both passes, step by step, the same numbers; no network needed.</source>
        <translation>在浏览器中重放的单个网页：两个过程逐步展开，数字相同，不需要网络。</translation>
    </message>
    <message>
        <source>A saturated sigmoid</source>
        <translation>饱和的 sigmoid</translation>
    </message>
    <message>
        <source>A small classifier</source>
        <translation>小型分类器</translation>
    </message>
    <message>
        <source>A softmax classifier on 30 points at a time: two data columns, inputs and targets, stay in step.</source>
        <translation>每次 30 个点的 softmax 分类器：输入和目标两个数据列保持同步。</translation>
    </message>
    <message>
        <source>A source has no inputs, so no local derivative.</source>
        <translation>源节点没有输入，因此没有局部导数。</translation>
    </message>
    <message>
        <source>A table from the clipboard; it becomes a CSV file beside the document</source>
        <translation>剪贴板中的表格;会存成文档旁的 CSV 文件</translation>
    </message>
    <message>
        <source>A template of yours.</source>
        <translation>你的模板。</translation>
    </message>
    <message>
        <source>A text on the canvas</source>
        <translation>画布上的一段文字</translation>
    </message>
    <message>
        <source>A text on the canvas, with formulas between dollar signs.</source>
        <translation>画布上的一段文字，美元符号之间写公式。</translation>
    </message>
    <message>
        <source>A tiny picture of its entries above each node that holds an array</source>
        <translation>在每个存放数组的节点上方显示其元素的小图</translation>
    </message>
    <message>
        <source>A value that training changes: a weight or a bias.</source>
        <translation>训练时会更新的值：权重或偏置。</translation>
    </message>
    <message>
        <source>About Gradcanvas</source>
        <translation>关于 Gradcanvas</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>实际大小</translation>
    </message>
    <message>
        <source>AdaGrad</source>
        <translation>AdaGrad</translation>
    </message>
    <message>
        <source>AdaGrad: each weight's rate shrinks with the gradients it has seen. Duchi, Hazan, Singer, 2011.</source>
        <translation>AdaGrad：每个权重的学习率随它见过的梯度而减小。Duchi、Hazan、Singer，2011。</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>Adam: running means of the gradient and of its square, both corrected for their start at zero. Kingma, Ba, 2015.</source>
        <translation>Adam：梯度及其平方的滑动平均，并修正二者从零开始的偏差。Kingma、Ba，2015。</translation>
    </message>
    <message>
        <source>Add a frame</source>
        <translation>添加边框</translation>
    </message>
    <message>
        <source>Add a node, a number or a formula</source>
        <translation>添加节点、数字或公式</translation>
    </message>
    <message>
        <source>Add a node; on a wire it is inserted</source>
        <translation>添加节点；放在连线上则插入其中</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>添加注释</translation>
    </message>
    <message>
        <source>Add formula</source>
        <translation>添加公式</translation>
    </message>
    <message>
        <source>Add node here …</source>
        <translation>在此添加节点 …</translation>
    </message>
    <message>
        <source>Add node …</source>
        <translation>添加节点 …</translation>
    </message>
    <message>
        <source>Add what feeds {name}</source>
        <translation>添加输入到 {name} 的节点</translation>
    </message>
    <message>
        <source>Add what takes {name}</source>
        <translation>添加接收 {name} 的节点</translation>
    </message>
    <message>
        <source>Add {kind}</source>
        <translation>添加 {kind}</translation>
    </message>
    <message>
        <source>Adds decay · w to each gradient</source>
        <translation>给每个梯度加上 衰减 · w</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>Align bottom edges</source>
        <translation>底端对齐</translation>
    </message>
    <message>
        <source>Align centres</source>
        <translation>水平居中对齐</translation>
    </message>
    <message>
        <source>Align left edges</source>
        <translation>左对齐</translation>
    </message>
    <message>
        <source>Align middles</source>
        <translation>垂直居中对齐</translation>
    </message>
    <message>
        <source>Align right edges</source>
        <translation>右对齐</translation>
    </message>
    <message>
        <source>Align top edges</source>
        <translation>顶端对齐</translation>
    </message>
    <message>
        <source>All inputs and outputs are too many to count here; choose one output and one input.</source>
        <translation>输入和输出太多，无法在此统计；请各选一个输出和一个输入。</translation>
    </message>
    <message>
        <source>All keys and gestures, to be searched</source>
        <translation>全部按键和手势，可以搜索</translation>
    </message>
    <message>
        <source>All lessons</source>
        <translation>全部课程</translation>
    </message>
    <message>
        <source>All of it is predicted</source>
        <translation>全部预测完毕</translation>
    </message>
    <message>
        <source>All panels look at the run that is chosen; those that are checked are drawn together.</source>
        <translation>所有面板显示选中的那次训练；勾选的训练画在一起。</translation>
    </message>
    <message>
        <source>All parameters at once, or one after another within a step</source>
        <translation>所有参数同时更新,或在一步之内逐个更新</translation>
    </message>
    <message>
        <source>All parameters fit.</source>
        <translation>所有参数都匹配。</translation>
    </message>
    <message>
        <source>All sweeps</source>
        <translation>完成所有遍历</translation>
    </message>
    <message>
        <source>All wires in one width and colour</source>
        <translation>所有连线粗细和颜色相同</translation>
    </message>
    <message>
        <source>All {n} contributions that come back to “{name}” add up</source>
        <translation>回到“{name}”的 {n} 份贡献要全部相加</translation>
    </message>
    <message>
        <source>All {n} derivatives agree with central differences.</source>
        <translation>{n} 个导数全部与中心差分一致。</translation>
    </message>
    <message>
        <source>All {n} units of “{node}” start with equal weights and get equal gradients, so they stay equal</source>
        <translation>“{node}”的 {n} 个单元初始权重相同，得到的梯度也相同，因此永远相同</translation>
    </message>
    <message>
        <source>Along a path the local derivatives multiply; over all paths they add up.</source>
        <translation>沿一条路径，局部导数相乘；所有路径之积相加。</translation>
    </message>
    <message>
        <source>Alt+arrows</source>
        <translation>Alt+方向键</translation>
    </message>
    <message>
        <source>Alt+drag over wires</source>
        <translation>按住 Alt 划过连线</translation>
    </message>
    <message>
        <source>An ONNX model for inference: parameters in it, variables and data as its inputs. Needs the extra `onnx`.</source>
        <translation>用于推理的 ONNX 模型：参数在模型内，变量和数据是输入。需要附加组件 `onnx`。</translation>
    </message>
    <message>
        <source>An affine layer and softmax with loss on a batch of five: (y − t) / 5 flows back.</source>
        <translation>仿射层加 softmax 交叉熵损失，小批量含 5 个样本：反向传回的是 (y − t) / 5。</translation>
    </message>
    <message>
        <source>An editor for computation graphs: values flow forward, derivatives flow backward.</source>
        <translation>计算图编辑器：值向前流动，导数向后流动。</translation>
    </message>
    <message>
        <source>An empty canvas</source>
        <translation>空白画布</translation>
    </message>
    <message>
        <source>An input whose value you choose; its gradient says how the target answers to it.</source>
        <translation>由你给定数值的输入；它的梯度说明求导目标如何随之变化。</translation>
    </message>
    <message>
        <source>Another window could not be opened.</source>
        <translation>无法打开另一个窗口。</translation>
    </message>
    <message>
        <source>Apple tax</source>
        <translation>买苹果与消费税</translation>
    </message>
    <message>
        <source>Apples and oranges</source>
        <translation>苹果和橘子</translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation>算术运算</translation>
    </message>
    <message>
        <source>Arrays side by side along one axis; up to eight, the ports beyond the second may stay open.</source>
        <translation>把数组沿一个轴拼接起来；最多八个，第二个之后的端口可以空着。</translation>
    </message>
    <message>
        <source>Arrays, each to its largest entry</source>
        <translation>数组，按各自最大元素归一</translation>
    </message>
    <message>
        <source>Arrows choose the port, Enter connects, Escape lets go</source>
        <translation>方向键选择端口，回车连接，Esc 放弃</translation>
    </message>
    <message>
        <source>Arrows · Shift+arrows</source>
        <translation>方向键 · Shift+方向键</translation>
    </message>
    <message>
        <source>As opened</source>
        <translation>打开时</translation>
    </message>
    <message>
        <source>As text that pastes into other windows, too</source>
        <translation>作为文本，也可粘贴到其他窗口</translation>
    </message>
    <message>
        <source>At the output, use sigmoid with loss (cross-entropy), whose gradient is y − t; inside, start with smaller weights, scale the inputs, or use relu.</source>
        <translation>在输出层用 sigmoid 交叉熵损失，其梯度为 y − t；在中间层用更小的初始权重、缩放输入，或改用 relu。</translation>
    </message>
    <message>
        <source>At this step the tangent tells all there is to tell.</source>
        <translation>在这一步长下，切线与真实值没有差别。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Back (Backspace)</source>
        <translation>返回 (Backspace)</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>回到起点</translation>
    </message>
    <message>
        <source>Back to the very same weights as before training</source>
        <translation>恢复训练之前的初始权重</translation>
    </message>
    <message>
        <source>Back to what is around</source>
        <translation>返回上一层</translation>
    </message>
    <message>
        <source>Backward pass</source>
        <translation>反向传播</translation>
    </message>
    <message>
        <source>Backward step {n} of {all}: {node}</source>
        <translation>反向第 {n} 步，共 {all} 步：{node}</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>Both modes cost the same.</source>
        <translation>两种模式的代价相同。</translation>
    </message>
    <message>
        <source>Both neurons say 0.98 where 0 is right. Squared error sends back (y − t)·y(1 − y), which is almost nothing; cross-entropy sends back y − t. Their losses are added, so each neuron trains on its own.</source>
        <translation>两个神经元都输出 0.98，而正确答案是 0。平方误差传回 (y − t)·y(1 − y)，几乎为零；交叉熵传回 y − t。两个损失相加，因此每个神经元各自训练。</translation>
    </message>
    <message>
        <source>Boundary</source>
        <translation>边界</translation>
    </message>
    <message>
        <source>Break a rule</source>
        <translation>弄坏一条规则</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>棕色</translation>
    </message>
    <message>
        <source>By name, kind or value</source>
        <translation>按名称、种类或数值</translation>
    </message>
    <message>
        <source>By which input</source>
        <translation>对哪个输入求导</translation>
    </message>
    <message>
        <source>CSV, NPZ or IDX in the document's folder or below it.</source>
        <translation>文档所在文件夹或其下的 CSV、NPZ 或 IDX 文件。</translation>
    </message>
    <message>
        <source>CSV, NPZ or IDX; a file from elsewhere is copied beside the document</source>
        <translation>CSV、NPZ 或 IDX;别处的文件会复制到文档旁边</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>画布</translation>
    </message>
    <message>
        <source>Change outputs</source>
        <translation>更改输出个数</translation>
    </message>
    <message>
        <source>Change the last digit</source>
        <translation>改变最后一位数字</translation>
    </message>
    <message>
        <source>Change value</source>
        <translation>修改数值</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>修改 {name}</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Checked: drawn among the curves. Double-click: another name.</source>
        <translation>勾选：画在曲线中。双击：改名。</translation>
    </message>
    <message>
        <source>Checking … {n} derivatives agree so far.</source>
        <translation>检验中……已有 {n} 个导数一致。</translation>
    </message>
    <message>
        <source>Choose one: the canvas shows its values at every node.</source>
        <translation>选择一行：画布在每个节点上显示它的值。</translation>
    </message>
    <message>
        <source>Choose target</source>
        <translation>选择求导目标</translation>
    </message>
    <message>
        <source>Choose what is differentiated and a source that it depends on.</source>
        <translation>请选择求导目标和它所依赖的一个源。</translation>
    </message>
    <message>
        <source>Class {n}</source>
        <translation>类别 {n}</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Click a node or a wire to see its formula and its numbers.</source>
        <translation>单击节点或连线，查看它的公式和数值。</translation>
    </message>
    <message>
        <source>Click a step to go back or forward to it; the saved one is marked</source>
        <translation>点击一步即可后退或前进到那里；已保存的一步带有标记</translation>
    </message>
    <message>
        <source>Click adds points of class {n}</source>
        <translation>单击添加类别 {n} 的点</translation>
    </message>
    <message>
        <source>Click takes the nearest point away</source>
        <translation>单击去掉最近的点</translation>
    </message>
    <message>
        <source>Click to add points</source>
        <translation>单击以添加点</translation>
    </message>
    <message>
        <source>Click · Shift-click, Ctrl-click</source>
        <translation>单击 · Shift 单击、Ctrl 单击</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Escape)</source>
        <translation>关闭 (Escape)</translation>
    </message>
    <message>
        <source>Close {panel}</source>
        <translation>关闭{panel}</translation>
    </message>
    <message>
        <source>Close; the View menu opens it again</source>
        <translation>关闭；可从“视图”菜单重新打开</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>折叠</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>更改颜色</translation>
    </message>
    <message>
        <source>Colour of the note</source>
        <translation>注释颜色</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Colours from {low} to {high}</source>
        <translation>颜色从 {low} 到 {high}</translation>
    </message>
    <message>
        <source>Come back to it from the View menu or by its number</source>
        <translation>可从“视图”菜单或用编号返回</translation>
    </message>
    <message>
        <source>Command palette …</source>
        <translation>命令面板 …</translation>
    </message>
    <message>
        <source>Compare with the fused node</source>
        <translation>与融合节点比较</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Connect, from either end; an occupied input is replaced</source>
        <translation>连线，从任一端开始均可；已占用的输入会被替换</translation>
    </message>
    <message>
        <source>Copied as a picture</source>
        <translation>已复制为图片</translation>
    </message>
    <message>
        <source>Copied {n} rows</source>
        <translation>已复制 {n} 行</translation>
    </message>
    <message>
        <source>Copied: {what}</source>
        <translation>已复制：{what}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy as LaTeX</source>
        <translation>复制为 LaTeX</translation>
    </message>
    <message>
        <source>Copy as picture</source>
        <translation>复制为图片</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Copy plot</source>
        <translation>复制图表</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Copy table as CSV</source>
        <translation>复制为 CSV</translation>
    </message>
    <message>
        <source>Copy the selection, or everything, as a picture</source>
        <translation>把所选内容（或全部）复制为图片</translation>
    </message>
    <message>
        <source>Copy this example (gradcanvas examples mnist) and put train-images-idx3-ubyte.gz and train-labels-idx1-ubyte.gz beside it. Weights from N(0, 0.01²), mini-batches of 100, learning rate 0.1.</source>
        <translation>复制这个示例（gradcanvas examples mnist），并把 train-images-idx3-ubyte.gz 和 train-labels-idx1-ubyte.gz 放在它旁边。权重取自 N(0, 0.01²)，小批量 100，学习率 0.1。</translation>
    </message>
    <message>
        <source>Cross-entropy of probabilities, averaged over the batch; t holds one-hot rows (or probabilities) or class numbers.</source>
        <translation>概率的交叉熵，在小批量上取平均；t 为 one-hot 行（或概率）或类别编号。</translation>
    </message>
    <message>
        <source>Ctrl+Tab, Ctrl+Shift+Tab</source>
        <translation>Ctrl+Tab、Ctrl+Shift+Tab</translation>
    </message>
    <message>
        <source>Ctrl+drag a node</source>
        <translation>按住 Ctrl 拖动节点</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>Cut them</source>
        <translation>剪断连线</translation>
    </message>
    <message>
        <source>Cut wires</source>
        <translation>剪断连线</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Data column</source>
        <translation>数据列</translation>
    </message>
    <message>
        <source>Data file</source>
        <translation>数据文件</translation>
    </message>
    <message>
        <source>Data from {file}</source>
        <translation>使用 {file} 的数据</translation>
    </message>
    <message>
        <source>Dead relu</source>
        <translation>死亡的 relu</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete and join</source>
        <translation>删除并接合</translation>
    </message>
    <message>
        <source>Derivatives</source>
        <translation>导数</translation>
    </message>
    <message>
        <source>Derivatives by</source>
        <translation>对谁求导</translation>
    </message>
    <message>
        <source>Derivatives flow backward from this node</source>
        <translation>导数从该节点开始反向传播</translation>
    </message>
    <message>
        <source>Derivatives of</source>
        <translation>求谁的导数</translation>
    </message>
    <message>
        <source>Difference of two values: the second gets the upstream gradient with its sign turned.</source>
        <translation>两个值之差：第二个输入得到变号后的上游梯度。</translation>
    </message>
    <message>
        <source>Differentiate this node</source>
        <translation>设为求导目标</translation>
    </message>
    <message>
        <source>Dims everything that does not depend on the chosen nodes; Escape lights all again</source>
        <translation>淡化不依赖所选节点的一切；按 Esc 全部恢复</translation>
    </message>
    <message>
        <source>Dims everything the chosen nodes do not depend on; Escape lights all again</source>
        <translation>淡化所选节点不依赖的一切；按 Esc 全部恢复</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>断开连线</translation>
    </message>
    <message>
        <source>Dissolves the group; what it holds stays</source>
        <translation>解散组，其中的内容保留</translation>
    </message>
    <message>
        <source>Distribute horizontally</source>
        <translation>水平均匀分布</translation>
    </message>
    <message>
        <source>Distribute vertically</source>
        <translation>垂直均匀分布</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Don't save</source>
        <translation>不保存</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Done: {what}</source>
        <translation>完成：{what}</translation>
    </message>
    <message>
        <source>Dots run along the wires of each step that is played</source>
        <translation>播放每一步时，圆点沿连线移动</translation>
    </message>
    <message>
        <source>Double-click a node</source>
        <translation>双击节点</translation>
    </message>
    <message>
        <source>Double-click a wire</source>
        <translation>双击连线</translation>
    </message>
    <message>
        <source>Double-click on empty canvas</source>
        <translation>双击画布空白处</translation>
    </message>
    <message>
        <source>Drag a node without wires onto a wire</source>
        <translation>把没有连线的节点拖到连线上</translation>
    </message>
    <message>
        <source>Drag a node · Alt meanwhile</source>
        <translation>拖动节点 · 同时按 Alt</translation>
    </message>
    <message>
        <source>Drag a wire into empty space</source>
        <translation>把连线拖到空白处</translation>
    </message>
    <message>
        <source>Drag a wire's end off its input</source>
        <translation>把连线末端拖离输入端口</translation>
    </message>
    <message>
        <source>Drag from a port to a port</source>
        <translation>从端口拖到端口</translation>
    </message>
    <message>
        <source>Drag from the palette</source>
        <translation>从节点面板拖出</translation>
    </message>
    <message>
        <source>Drag nodes from the palette, then pull wires from port to port.</source>
        <translation>从节点面板拖出节点，再在端口之间拉出连线。</translation>
    </message>
    <message>
        <source>Drag over empty canvas</source>
        <translation>在空白处拖动</translation>
    </message>
    <message>
        <source>Drag the bar at its top into another corner</source>
        <translation>拖动顶部的横条可移到另一个角</translation>
    </message>
    <message>
        <source>Drag to move a source a little: how far the derivatives predict that each node follows, and how far it does.</source>
        <translation>拖动滑块让一个源变动一点：导数预测每个节点会跟着变多少，实际又变了多少。</translation>
    </message>
    <message>
        <source>Drag to scrub through both passes; Shift+drag loops a part of them</source>
        <translation>拖动可浏览两遍传播；按住 Shift 拖动可循环其中一段</translation>
    </message>
    <message>
        <source>Draw points</source>
        <translation>画点</translation>
    </message>
    <message>
        <source>Draw points of at least two classes</source>
        <translation>至少画两个类别的点</translation>
    </message>
    <message>
        <source>Draw the weights at random: Xavier for sigmoid and tanh, He for relu. Biases may start at 0.</source>
        <translation>随机初始化权重：sigmoid 和 tanh 用 Xavier，relu 用 He。偏置可以从 0 开始。</translation>
    </message>
    <message>
        <source>Drawn digits, 64-50-10</source>
        <translation>绘制的数字，64-50-10</translation>
    </message>
    <message>
        <source>Draws the mean of the last steps instead of every single one</source>
        <translation>画最近若干步的平均值，而不是每一步</translation>
    </message>
    <message>
        <source>Draws the selected parameters anew, with the next seed</source>
        <translation>用下一个种子重新抽取所选参数</translation>
    </message>
    <message>
        <source>Dropout and batch normalisation</source>
        <translation>Dropout 与批归一化</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>创建副本</translation>
    </message>
    <message>
        <source>Duplicate the selection</source>
        <translation>复制所选内容</translation>
    </message>
    <message>
        <source>Each derivative is compared here with central differences, (f(x + h) − f(x − h)) / 2h.</source>
        <translation>每个导数在这里与中心差分 (f(x + h) − f(x − h)) / 2h 比较。</translation>
    </message>
    <message>
        <source>Each sigmoid lets at most a quarter back: after twenty of them next to nothing is left of the gradient.</source>
        <translation>每个 sigmoid 最多让四分之一的梯度通过：经过二十个之后几乎什么也不剩。</translation>
    </message>
    <message>
        <source>Each step of the history; choosing one goes back or forward to it</source>
        <translation>历史记录的每一步；选择一步即可后退或前进到那里</translation>
    </message>
    <message>
        <source>Each wire gets a row here: its value, its local derivative, and what flows back.</source>
        <translation>每条连线在此占一行：它的值、局部导数以及反向传回的梯度。</translation>
    </message>
    <message>
        <source>Edit its value or name</source>
        <translation>编辑其数值或名称</translation>
    </message>
    <message>
        <source>Edit the next or previous source</source>
        <translation>编辑下一个或上一个输入值</translation>
    </message>
    <message>
        <source>Edit value or name</source>
        <translation>编辑数值或名称</translation>
    </message>
    <message>
        <source>Empty note</source>
        <translation>空注释</translation>
    </message>
    <message>
        <source>Ends the run and keeps what it has learnt</source>
        <translation>结束本次训练,保留已学到的权重</translation>
    </message>
    <message>
        <source>Enter checks it · Tab goes to the next question · ? gives a hint · Escape leaves</source>
        <translation>回车检查 · Tab 到下一题 · ? 给出提示 · Esc 离开</translation>
    </message>
    <message>
        <source>Enter, F2</source>
        <translation>回车、F2</translation>
    </message>
    <message>
        <source>Enter, Shift+Enter</source>
        <translation>回车、Shift+回车</translation>
    </message>
    <message>
        <source>Enter, or double-click the node</source>
        <translation>按 Enter，或双击节点</translation>
    </message>
    <message>
        <source>Entry of the source</source>
        <translation>源的元素</translation>
    </message>
    <message>
        <source>Epochs between two falls of the learning rate</source>
        <translation>学习率两次下降之间的轮数</translation>
    </message>
    <message>
        <source>Equal weights</source>
        <translation>相同的权重</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>Error against step</source>
        <translation>误差与步长</translation>
    </message>
    <message>
        <source>Error against the step h: {name}</source>
        <translation>误差随步长 h 的变化：{name}</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Esc 键</translation>
    </message>
    <message>
        <source>Every command by typing its name</source>
        <translation>输入名称即可执行任何命令</translation>
    </message>
    <message>
        <source>Every entry is scale.</source>
        <translation>每个元素都等于尺度。</translation>
    </message>
    <message>
        <source>Every entry of what is selected: size as colour, the number under the pointer.</source>
        <translation>所选对象的每个元素：颜色表示大小，指针下显示数值。</translation>
    </message>
    <message>
        <source>Every number, and no step in particular</source>
        <translation>显示所有数字，不停在任何一步</translation>
    </message>
    <message>
        <source>Every output of softmax depends on every input: its Jacobian is diag(y) − y yᵀ, not only y(1 − y).</source>
        <translation>softmax 的每个输出都依赖于每个输入：它的雅可比矩阵是 diag(y) − y yᵀ，而不只是 y(1 − y)。</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Exclusive or: the four corners of a square, opposite ones of one class. More samples scatter around them.</source>
        <translation>异或：正方形的四个角，对角同类。更多样本散布在它们周围。</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>Exploding gradient</source>
        <translation>梯度爆炸</translation>
    </message>
    <message>
        <source>Exponential linear unit: bends smoothly towards −α on the negative side; its derivative there is y + α.</source>
        <translation>指数线性单元：负半轴平滑地趋于 −α，那里的导数是 y + α。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>导出 …</translation>
    </message>
    <message>
        <source>Exported {name}</source>
        <translation>已导出 {name}</translation>
    </message>
    <message>
        <source>Factors along one path multiply, but the contributions of several paths add up.</source>
        <translation>同一条路径上的因子相乘，不同路径的贡献相加。</translation>
    </message>
    <message>
        <source>Far from its target, squared error hardly teaches the neuron anything; cross-entropy sends y − t back.</source>
        <translation>离目标很远时，平方误差几乎教不了神经元什么；交叉熵则传回 y − t。</translation>
    </message>
    <message>
        <source>Figure as {kind}</source>
        <translation>{kind} 图形</translation>
    </message>
    <message>
        <source>Figures, programs, a derivation: what the graph becomes outside</source>
        <translation>图形、程序、推导：计算图在外面的样子</translation>
    </message>
    <message>
        <source>File …</source>
        <translation>文件 …</translation>
    </message>
    <message>
        <source>Find a name, a kind or a value</source>
        <translation>查找名称、类型或数值</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>查找下一个</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>查找上一个</translation>
    </message>
    <message>
        <source>Find …</source>
        <translation>查找 …</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适应窗口</translation>
    </message>
    <message>
        <source>Fit parameters</source>
        <translation>匹配参数形状</translation>
    </message>
    <message>
        <source>Five inputs, one output</source>
        <translation>五个输入，一个输出</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>忘记</translation>
    </message>
    <message>
        <source>Forget place</source>
        <translation>忘记位置</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Forward mode</source>
        <translation>前向模式</translation>
    </message>
    <message>
        <source>Forward mode finds a column of the Jacobian per sweep, reverse mode a row.</source>
        <translation>前向模式每遍历一次得到雅可比矩阵的一列，反向模式得到一行。</translation>
    </message>
    <message>
        <source>Forward mode finds the derivatives of all five outputs in one sweep; reverse mode needs five.</source>
        <translation>前向模式一次遍历就得到五个输出的导数；反向模式需要五次。</translation>
    </message>
    <message>
        <source>Forward mode needs {few} multiplications, reverse mode {many}.</source>
        <translation>前向模式需要 {few} 次乘法，反向模式需要 {many} 次。</translation>
    </message>
    <message>
        <source>Forward mode step {n} of {all}: {node}</source>
        <translation>前向模式第 {n} 步，共 {all} 步：{node}</translation>
    </message>
    <message>
        <source>Forward pass</source>
        <translation>前向传播</translation>
    </message>
    <message>
        <source>Forward step {n} of {all}: {node}</source>
        <translation>前向第 {n} 步，共 {all} 步：{node}</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Found: {fault}. {why}</source>
        <translation>找到了：{fault}。{why}</translation>
    </message>
    <message>
        <source>Four points that no straight line can part: a hidden layer of four tanh units learns them.</source>
        <translation>没有直线能分开的四个点：四个 tanh 单元的隐藏层学会了它们。</translation>
    </message>
    <message>
        <source>Four small steps beside the sigmoid node: the same value and the same gradient, y(1 − y).</source>
        <translation>把 sigmoid 拆成四个小步，与 sigmoid 节点并排：值相同，梯度也相同，都是 y(1 − y)。</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>边框</translation>
    </message>
    <message>
        <source>Frame around the selection</source>
        <translation>为所选内容加边框</translation>
    </message>
    <message>
        <source>Frame selection</source>
        <translation>缩放到所选</translation>
    </message>
    <message>
        <source>Frame: {text}</source>
        <translation>边框：{text}</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Gaussian blobs</source>
        <translation>高斯团</translation>
    </message>
    <message>
        <source>Give it parameters</source>
        <translation>为其添加参数</translation>
    </message>
    <message>
        <source>Gives each channel mean 0 and variance 1 over the batch, then scales by γ and shifts by β.</source>
        <translation>使每个通道在小批量上均值为 0、方差为 1，再乘以 γ 并加上 β。</translation>
    </message>
    <message>
        <source>Gives the parameters of layers that do not fit the shapes that do</source>
        <translation>将形状不匹配的层参数改为匹配的形状</translation>
    </message>
    <message>
        <source>Gives this port of the group a name of its own; left empty, it is called after what feeds it</source>
        <translation>给组的这个端口取自己的名称；留空则以输入来源的名称命名</translation>
    </message>
    <message>
        <source>Go along wires, up and down to neighbours</source>
        <translation>沿连线移动，上下移到相邻节点</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Go on from there</source>
        <translation>从那里继续</translation>
    </message>
    <message>
        <source>Go to a remembered place</source>
        <translation>转到记住的位置</translation>
    </message>
    <message>
        <source>Go to place {number}</source>
        <translation>前往位置 {number}</translation>
    </message>
    <message>
        <source>Go to what is wrong inside</source>
        <translation>转到里面出错的地方</translation>
    </message>
    <message>
        <source>Go to where it comes from</source>
        <translation>转到连线起点</translation>
    </message>
    <message>
        <source>Go to where it leads</source>
        <translation>转到连线终点</translation>
    </message>
    <message>
        <source>Gradient check</source>
        <translation>梯度检验</translation>
    </message>
    <message>
        <source>Gradient descent with momentum: a velocity gathers the gradients of earlier steps.</source>
        <translation>带动量的梯度下降：速度累积先前各步的梯度。</translation>
    </message>
    <message>
        <source>Gradient descent: straight against the gradient.</source>
        <translation>梯度下降：沿梯度的反方向前进。</translation>
    </message>
    <message>
        <source>Gradient on each wire</source>
        <translation>每条连线上的梯度</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Graphviz DOT</source>
        <translation>Graphviz DOT</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>成组</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>热图</translation>
    </message>
    <message>
        <source>Heat maps of arrays</source>
        <translation>数组热图</translation>
    </message>
    <message>
        <source>Hidden while you predict.</source>
        <translation>预测练习期间不显示。</translation>
    </message>
    <message>
        <source>Hides every number that has to be computed</source>
        <translation>隐藏所有需要计算的数字</translation>
    </message>
    <message>
        <source>Hides the derivatives until you have predicted them</source>
        <translation>隐藏导数，直到你预测出它们</translation>
    </message>
    <message>
        <source>Hides the values until you have predicted them</source>
        <translation>隐藏数值，直到你预测出它们</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>突出显示</translation>
    </message>
    <message>
        <source>Highlight the paths between</source>
        <translation>突出显示两点间的路径</translation>
    </message>
    <message>
        <source>Highlight what depends on it</source>
        <translation>突出显示它的下游</translation>
    </message>
    <message>
        <source>Highlight what feeds it</source>
        <translation>突出显示它的上游</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>直方图</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>How every node answers to one source: derivatives flow forward, with the values</source>
        <translation>每个节点如何随一个源变化：导数与数值一起向前流动</translation>
    </message>
    <message>
        <source>How far a step moves each parameter, in proportion to its norm</source>
        <translation>每一步使各参数移动的距离与其范数之比</translation>
    </message>
    <message>
        <source>How far each step goes</source>
        <translation>每一步走多远</translation>
    </message>
    <message>
        <source>How far the source moves: small steps in the middle, large ones at the ends</source>
        <translation>源移动多远：滑块中间步子小，两端步子大</translation>
    </message>
    <message>
        <source>How fast Play steps</source>
        <translation>播放速度</translation>
    </message>
    <message>
        <source>How fast the learning rate falls with the steps</source>
        <translation>学习率随步数下降的快慢</translation>
    </message>
    <message>
        <source>How many numbers the layer makes of each row; parameters that follow take shapes that fit</source>
        <translation>该层对每一行给出多少个数；后面的参数会取相配的形状</translation>
    </message>
    <message>
        <source>How many of the rows are predicted right, after every epoch</source>
        <translation>每轮之后预测正确的样本比例</translation>
    </message>
    <message>
        <source>How much of the mean gradient is kept from step to step</source>
        <translation>每一步保留多少平均梯度</translation>
    </message>
    <message>
        <source>How much of the mean square is kept from step to step</source>
        <translation>每一步保留多少平方均值</translation>
    </message>
    <message>
        <source>How much of the velocity is kept from step to step</source>
        <translation>每一步保留多少速度</translation>
    </message>
    <message>
        <source>How often all rows are seen; 0: until it is stopped</source>
        <translation>所有样本行过几遍;0:直到手动停止</translation>
    </message>
    <message>
        <source>How the learning rate changes while it trains</source>
        <translation>训练过程中学习率如何变化</translation>
    </message>
    <message>
        <source>How the target answers to every node: derivatives flow backward</source>
        <translation>目标如何随每个节点变化：导数向后流动</translation>
    </message>
    <message>
        <source>Hyperbolic tangent: squashes any number into (−1, 1); its derivative is 1 − y².</source>
        <translation>双曲正切：把任意数压缩到 (−1, 1)；导数为 1 − y²。</translation>
    </message>
    <message>
        <source>In a product the derivative by one input is the other input: ∂(x·y)/∂x = y, ∂(x·y)/∂y = x.</source>
        <translation>乘积对一个输入的导数是另一个输入：∂(x·y)/∂x = y，∂(x·y)/∂y = x。</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>按顺序</translation>
    </message>
    <message>
        <source>In the find bar: next or previous node</source>
        <translation>在查找栏中：下一个或上一个节点</translation>
    </message>
    <message>
        <source>In x − y the second input is subtracted: ∂(x − y)/∂y = −1.</source>
        <translation>x − y 中第二个输入被减去：∂(x − y)/∂y = −1。</translation>
    </message>
    <message>
        <source>In −x the derivative is −1: the upstream gradient turns its sign.</source>
        <translation>−x 的导数是 −1：上游梯度变号。</translation>
    </message>
    <message>
        <source>Input {port} of {name}, {n} of {total}</source>
        <translation>{name} 的输入 {port}，第 {n} 个，共 {total} 个</translation>
    </message>
    <message>
        <source>Inputs or targets of a data set: the current mini-batch.</source>
        <translation>数据集的输入或目标：当前的小批量。</translation>
    </message>
    <message>
        <source>Inputs with mean 0 and deviation 1, measured on the training rows</source>
        <translation>按训练集统计,使输入均值为 0、标准差为 1</translation>
    </message>
    <message>
        <source>Inputs: {inputs} · outputs: {outputs}</source>
        <translation>输入：{inputs} · 输出：{outputs}</translation>
    </message>
    <message>
        <source>Insert between {source} and {target}</source>
        <translation>插入到 {source} 与 {target} 之间</translation>
    </message>
    <message>
        <source>Insert it there</source>
        <translation>插入到那里</translation>
    </message>
    <message>
        <source>Insert node</source>
        <translation>插入节点</translation>
    </message>
    <message>
        <source>Insert node …</source>
        <translation>插入节点 …</translation>
    </message>
    <message>
        <source>Insert template</source>
        <translation>插入模板</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>It has a kink here: any slope between those of its two sides is right.</source>
        <translation>此处有尖点：介于左右两侧斜率之间的任何斜率都算对。</translation>
    </message>
    <message>
        <source>It has no entries.</source>
        <translation>它没有元素。</translation>
    </message>
    <message>
        <source>Its derivative is not what central differences say</source>
        <translation>它的导数与中心差分的结果不符</translation>
    </message>
    <message>
        <source>Its gradient is not what central differences say</source>
        <translation>它的梯度与中心差分不符</translation>
    </message>
    <message>
        <source>Its last checkpoint is of step {step}.</source>
        <translation>最近的检查点在第 {step} 步。</translation>
    </message>
    <message>
        <source>Keep its input inside: add a small constant before log and division, use an op that stays finite (softmax with loss, sigmoid with loss), or take smaller numbers.</source>
        <translation>让输入留在定义域内：在取对数和做除法之前加一个小常数，改用保持有限的运算（softmax 交叉熵损失、sigmoid 交叉熵损失），或用更小的数。</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>Keep the colour scale while the numbers change</source>
        <translation>数值变化时保持颜色刻度不变</translation>
    </message>
    <message>
        <source>Keeps the division from blowing up</source>
        <translation>防止除法溢出</translation>
    </message>
    <message>
        <source>Keeps the group for other graphs; the palette offers it</source>
        <translation>保存该组以用于其他图；可在节点面板中找到</translation>
    </message>
    <message>
        <source>Kept as the template “{name}”; the palette has it</source>
        <translation>已保存为模板“{name}”，可在节点面板中找到</translation>
    </message>
    <message>
        <source>Keyboard and mouse</source>
        <translation>键盘与鼠标</translation>
    </message>
    <message>
        <source>Keys on the canvas</source>
        <translation>画布上的按键</translation>
    </message>
    <message>
        <source>L while presenting</source>
        <translation>演示时按 L</translation>
    </message>
    <message>
        <source>L2 penalty</source>
        <translation>L2 惩罚</translation>
    </message>
    <message>
        <source>LaTeX derivation</source>
        <translation>LaTeX 推导</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Laser pointer</source>
        <translation>激光笔</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后</translation>
    </message>
    <message>
        <source>Lay a wire by keys: choose the port, connect, let go</source>
        <translation>用键盘连线：选择端口、连接、放弃</translation>
    </message>
    <message>
        <source>Lay the nodes out from left to right</source>
        <translation>将节点从左到右排列</translation>
    </message>
    <message>
        <source>Leave it empty to call the port after what feeds it</source>
        <translation>留空则以输入来源的名称命名该端口</translation>
    </message>
    <message>
        <source>Leave the canvas for the next or previous panel</source>
        <translation>离开画布，转到下一个或上一个面板</translation>
    </message>
    <message>
        <source>Leaves the inside of a group</source>
        <translation>离开组的内部</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Lessons …</source>
        <translation>课程 …</translation>
    </message>
    <message>
        <source>Let go of what the hand holds; select nothing</source>
        <translation>放开手中之物；取消选择</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Light everything</source>
        <translation>全部点亮</translation>
    </message>
    <message>
        <source>Lights all paths that join the two chosen nodes; Escape lights all again</source>
        <translation>点亮连接所选两个节点的所有路径；按 Esc 全部恢复</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性运算</translation>
    </message>
    <message>
        <source>Linear regression</source>
        <translation>线性回归</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Look at the sign in the node again.</source>
        <translation>再看看节点里的运算符号。</translation>
    </message>
    <message>
        <source>Look inside</source>
        <translation>进入组内</translation>
    </message>
    <message>
        <source>Loop from here</source>
        <translation>从这里开始循环</translation>
    </message>
    <message>
        <source>Loop to here</source>
        <translation>循环到这里</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>损失函数</translation>
    </message>
    <message>
        <source>MNIST, 784-50-10</source>
        <translation>MNIST，784-50-10</translation>
    </message>
    <message>
        <source>Makes one backward rule wrong on purpose, for you to find</source>
        <translation>故意弄错一条反向规则，让你来找</translation>
    </message>
    <message>
        <source>Makes one box of the selected nodes, with ports and derivatives of its own</source>
        <translation>把所选节点合成一个方框，有自己的端口和导数</translation>
    </message>
    <message>
        <source>Makes {n} nodes</source>
        <translation>创建 {n} 个节点</translation>
    </message>
    <message>
        <source>Map of the whole graph; drag in it to move the view</source>
        <translation>整个计算图的缩略图；在其中拖动可移动视图</translation>
    </message>
    <message>
        <source>Markdown, with formulas between dollar signs; Escape leaves</source>
        <translation>Markdown 文本，公式写在美元符号之间；按 Esc 结束</translation>
    </message>
    <message>
        <source>Matrix product x·W, with NumPy's rules for vectors and stacks of matrices.</source>
        <translation>矩阵乘积 x·W；向量和成批矩阵的处理规则与 NumPy 相同。</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>修好</translation>
    </message>
    <message>
        <source>Mend the rule</source>
        <translation>修好规则</translation>
    </message>
    <message>
        <source>Middle-drag, Space-drag, two fingers</source>
        <translation>中键拖动、空格拖动、双指滑动</translation>
    </message>
    <message>
        <source>Minimap</source>
        <translation>缩略图</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Modes</source>
        <translation>两种模式</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>More …</source>
        <translation>更多 …</translation>
    </message>
    <message>
        <source>Mouse and touchpad</source>
        <translation>鼠标与触控板</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Move the selection · without guides or grid</source>
        <translation>移动所选内容 · 不吸附参考线或网格</translation>
    </message>
    <message>
        <source>Move to the bottom</source>
        <translation>移到底部</translation>
    </message>
    <message>
        <source>Move to the left</source>
        <translation>移到左侧</translation>
    </message>
    <message>
        <source>Move to the right</source>
        <translation>移到右侧</translation>
    </message>
    <message>
        <source>Moves the parameters against the gradient of the loss, step by step, or pauses</source>
        <translation>逐步沿损失的负梯度方向移动参数,或暂停</translation>
    </message>
    <message>
        <source>Multi-class SVM loss: Σ max(0, score − right score + margin) over the wrong classes, averaged over the batch.</source>
        <translation>多类 SVM 损失：对错误类别求 Σ max(0, 得分 − 正确类得分 + 间隔)，在小批量上取平均。</translation>
    </message>
    <message>
        <source>My templates</source>
        <translation>我的模板</translation>
    </message>
    <message>
        <source>NaN</source>
        <translation>NaN</translation>
    </message>
    <message>
        <source>NaN or infinity</source>
        <translation>NaN 或无穷大</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>组名</translation>
    </message>
    <message>
        <source>Name of the port</source>
        <translation>端口名称</translation>
    </message>
    <message>
        <source>Narration</source>
        <translation>讲解</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>Nesterov</translation>
    </message>
    <message>
        <source>Nesterov's momentum: the velocity as it will be after this gradient, looked ahead by one step.</source>
        <translation>Nesterov 动量：向前看一步，用加上本次梯度之后的速度。</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>New random numbers</source>
        <translation>重新取随机数</translation>
    </message>
    <message>
        <source>New window</source>
        <translation>新建窗口</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Next or previous node, wire or open group, once something is selected</source>
        <translation>有选中内容时，转到下一个或上一个节点、连线或展开的组</translation>
    </message>
    <message>
        <source>Next sweep</source>
        <translation>下一次遍历</translation>
    </message>
    <message>
        <source>No file yet</source>
        <translation>暂无文件</translation>
    </message>
    <message>
        <source>No loop</source>
        <translation>取消循环</translation>
    </message>
    <message>
        <source>No node is called that.</source>
        <translation>没有叫这个名字的节点。</translation>
    </message>
    <message>
        <source>No rows are held back for the test. Choose the training rows above.</source>
        <translation>没有留出测试样本。请在上方选择训练样本。</translation>
    </message>
    <message>
        <source>No run of this document is looked at. Choose one under Runs, or press Train.</source>
        <translation>没有选中这份文档的训练。请在“训练记录”中选择，或按“训练”。</translation>
    </message>
    <message>
        <source>No step has been done yet.</source>
        <translation>还没有训练过一步。</translation>
    </message>
    <message>
        <source>No sweep yet</source>
        <translation>回到遍历之前</translation>
    </message>
    <message>
        <source>No wire</source>
        <translation>未连线</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Nodes you drag stop at the dots of the grid; hold Alt to let them go anywhere</source>
        <translation>拖动的节点会停在网格点上；按住 Alt 可自由放置</translation>
    </message>
    <message>
        <source>Normal: mean 0, standard deviation scale · √(2 / (inputs + outputs)).</source>
        <translation>正态分布：均值 0，标准差 尺度 · √(2 / (输入数 + 输出数))。</translation>
    </message>
    <message>
        <source>Normal: mean 0, standard deviation scale · √(2 / inputs).</source>
        <translation>正态分布：均值 0，标准差 尺度 · √(2 / 输入数)。</translation>
    </message>
    <message>
        <source>Normal: mean 0, standard deviation scale.</source>
        <translation>正态分布：均值 0，标准差为尺度。</translation>
    </message>
    <message>
        <source>Not computed yet, or something is missing.</source>
        <translation>尚未计算，或缺少输入。</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>还不对</translation>
    </message>
    <message>
        <source>Note: {text}</source>
        <translation>注释：{text}</translation>
    </message>
    <message>
        <source>Notes and frames belong to the whole graph; leave the group first</source>
        <translation>注释和边框属于整个图；请先离开该组</translation>
    </message>
    <message>
        <source>Nothing can take a wire from here.</source>
        <translation>没有可以从这里连线的输入。</translation>
    </message>
    <message>
        <source>Nothing glides or fades; it is there at once. Until you choose, the system says</source>
        <translation>没有滑动和淡入淡出，一切立即就位。在你选择之前，以系统设置为准</translation>
    </message>
    <message>
        <source>Nothing has been trained yet. Press Train.</source>
        <translation>还没有训练过。请按“训练”。</translation>
    </message>
    <message>
        <source>Nothing here has derivatives yet.</source>
        <translation>这里还没有导数。</translation>
    </message>
    <message>
        <source>Nothing is called that.</source>
        <translation>没有这个名称。</translation>
    </message>
    <message>
        <source>Nothing is selected yet</source>
        <translation>还没有选中任何东西</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>未选择任何内容</translation>
    </message>
    <message>
        <source>Nothing stands out: no gradient vanishes or explodes, nothing is dead, saturated or unused.</source>
        <translation>没有发现异常：没有梯度消失或爆炸，没有死亡、饱和或未使用的部分。</translation>
    </message>
    <message>
        <source>Nothing to differentiate yet</source>
        <translation>还没有可求导的内容</translation>
    </message>
    <message>
        <source>Nudge</source>
        <translation>微扰</translation>
    </message>
    <message>
        <source>Nudge the selection · by a grid step</source>
        <translation>微移所选内容 · 移动一格</translation>
    </message>
    <message>
        <source>NumPy program</source>
        <translation>NumPy 程序</translation>
    </message>
    <message>
        <source>Numbers (*.csv)</source>
        <translation>数值 (*.csv)</translation>
    </message>
    <message>
        <source>Numbers (CSV) …</source>
        <translation>数值 (CSV) …</translation>
    </message>
    <message>
        <source>Numbers are hidden on the canvas. Predict each one: type a number or a short formula such as 2 * 1.1.</source>
        <translation>画布上的数字会被隐藏。逐个预测：输入一个数，或 2 * 1.1 这样的短公式。</translation>
    </message>
    <message>
        <source>Numbers on a logarithmic axis</source>
        <translation>数值用对数坐标</translation>
    </message>
    <message>
        <source>ONNX does not mix float32 and float64; give all arrays of the graph one of the two</source>
        <translation>ONNX 不能混用 float32 和 float64；请让图中所有数组统一为其中一种</translation>
    </message>
    <message>
        <source>ONNX model</source>
        <translation>ONNX 模型</translation>
    </message>
    <message>
        <source>Of the split, the order of the rows and dropout: the same seed, the same run</source>
        <translation>用于划分、行的顺序和 dropout:种子相同,训练过程就相同</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>再来一次</translation>
    </message>
    <message>
        <source>One after another: the parameters that move first, by name</source>
        <translation>逐个更新时先移动的参数(按名称)</translation>
    </message>
    <message>
        <source>One backward rule is made wrong on purpose. Find the node or the wire where it is.</source>
        <translation>有一条反向规则会被故意弄错。找出它在哪个节点或哪条连线上。</translation>
    </message>
    <message>
        <source>One divided by the value; its derivative is minus the square of its output.</source>
        <translation>1 除以该值；导数等于负的输出平方。</translation>
    </message>
    <message>
        <source>One epoch</source>
        <translation>一轮</translation>
    </message>
    <message>
        <source>One input, five outputs</source>
        <translation>一个输入，五个输出</translation>
    </message>
    <message>
        <source>One mini-batch forward and backward, one update; the timeline shows all of it</source>
        <translation>一个小批量的前向与反向,再更新一次;时间线会完整展示</translation>
    </message>
    <message>
        <source>One node back</source>
        <translation>后退一个节点</translation>
    </message>
    <message>
        <source>One node further</source>
        <translation>前进一个节点</translation>
    </message>
    <message>
        <source>One sweep back</source>
        <translation>退回一次遍历</translation>
    </message>
    <message>
        <source>One thing keeps this graph from learning well.</source>
        <translation>有一个问题妨碍这个图学习。</translation>
    </message>
    <message>
        <source>Only samples that come within the margin push the weights; the L2 penalty pulls them together.</source>
        <translation>只有落在间隔之内的样本才会推动权重；L2 惩罚使权重收缩。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Open another window</source>
        <translation>打开另一个窗口</translation>
    </message>
    <message>
        <source>Open log folder</source>
        <translation>打开日志文件夹</translation>
    </message>
    <message>
        <source>Open …</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Opens the group at the node or the wire that its mark speaks of</source>
        <translation>在组的标记所指的节点或连线处打开该组</translation>
    </message>
    <message>
        <source>Other random weights, and another order of the rows</source>
        <translation>换一组随机权重和行的顺序</translation>
    </message>
    <message>
        <source>Overwritten instead of added: all contributions that come back to a node add up.</source>
        <translation>应当相加却被覆盖了：回到一个节点的所有贡献要相加。</translation>
    </message>
    <message>
        <source>P gives “{node}” parameters in shapes that fit, once x is wired</source>
        <translation>连接 x 之后，按 P 为“{node}”添加形状匹配的参数</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Part of the canvas</source>
        <translation>画布的哪一部分</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Paths from</source>
        <translation>路径起点</translation>
    </message>
    <message>
        <source>Paths to</source>
        <translation>路径终点</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Picture (PNG or SVG) …</source>
        <translation>图片 (PNG 或 SVG) …</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg)</source>
        <translation>图片 (*.png *.svg)</translation>
    </message>
    <message>
        <source>Place {number}</source>
        <translation>位置 {number}</translation>
    </message>
    <message>
        <source>Plain wires</source>
        <translation>普通连线</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Play goes round from the step that is shown; Shift+drag on the timeline sets both ends</source>
        <translation>播放从当前步开始循环；在时间轴上按住 Shift 拖动可设定两端</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>播放或暂停</translation>
    </message>
    <message>
        <source>Play or pause (Ctrl+Enter)</source>
        <translation>播放或暂停 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Play or pause the sweeps</source>
        <translation>播放或暂停遍历</translation>
    </message>
    <message>
        <source>Play runs to the end again</source>
        <translation>重新播放到末尾</translation>
    </message>
    <message>
        <source>Play turns back at the step that is shown</source>
        <translation>播放到当前步后折返</translation>
    </message>
    <message>
        <source>Playback</source>
        <translation>播放控制</translation>
    </message>
    <message>
        <source>Plays until the gradient of the chosen node has come up, all its contributions added</source>
        <translation>播放到所选节点的梯度出现为止（各路贡献已相加）</translation>
    </message>
    <message>
        <source>Plays until the value of the chosen node has come up</source>
        <translation>播放到所选节点的值出现为止</translation>
    </message>
    <message>
        <source>Plot of the data</source>
        <translation>数据图</translation>
    </message>
    <message>
        <source>Point at a cell to read it.</source>
        <translation>指向一格以读数。</translation>
    </message>
    <message>
        <source>Point at a cell, or move with the arrow keys; click it to ask why.</source>
        <translation>指向一个格子，或用方向键移动；点击它可以问“为什么”。</translation>
    </message>
    <message>
        <source>Point at a cell: its number here, the wires of its sweep on the canvas.</source>
        <translation>指向一个格子：这里显示数值，画布上显示该次遍历经过的连线。</translation>
    </message>
    <message>
        <source>Points along the line y = 2x + 1, with noise of standard deviation 0.2.</source>
        <translation>沿直线 y = 2x + 1 的点，带标准差 0.2 的噪声。</translation>
    </message>
    <message>
        <source>Points of two inputs and a class, by the mouse; they become a CSV file</source>
        <translation>用鼠标画出两个输入和一个类别的点;会存成 CSV 文件</translation>
    </message>
    <message>
        <source>Position in the two passes</source>
        <translation>在两个过程中的位置</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>Practice: numbers are hidden until you predict them.</source>
        <translation>练习：数字在你预测之前是隐藏的。</translation>
    </message>
    <message>
        <source>Predict the derivatives</source>
        <translation>预测导数</translation>
    </message>
    <message>
        <source>Predict the values</source>
        <translation>预测数值</translation>
    </message>
    <message>
        <source>Predict, then reveal</source>
        <translation>先预测，再揭晓</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Predictions and points</source>
        <translation>预测与样本点</translation>
    </message>
    <message>
        <source>Presentation</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Press Play, or step with the keys “.” and “,” through both passes.</source>
        <translation>点击“播放”，或用“.”键前进、“,”键后退，逐步走完前向传播和反向传播。</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>Product of two values: each one's local derivative is the other.</source>
        <translation>两个值之积：各自的局部导数就是另一个值。</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>训练进度</translation>
    </message>
    <message>
        <source>Pulses while playing</source>
        <translation>播放时显示脉冲</translation>
    </message>
    <message>
        <source>Put a data set on the canvas</source>
        <translation>把数据集放到画布上</translation>
    </message>
    <message>
        <source>Put mine back</source>
        <translation>换回我的</translation>
    </message>
    <message>
        <source>Put together</source>
        <translation>合并还原</translation>
    </message>
    <message>
        <source>Puts the fused node beside the group, fed by the same nodes</source>
        <translation>在组旁放置融合节点，使用相同的输入</translation>
    </message>
    <message>
        <source>Puts the fused node in the place of a group that computes the same</source>
        <translation>用等价的合并节点替换这个组</translation>
    </message>
    <message>
        <source>Puts the simpler nodes that it is made of in its place, as a group</source>
        <translation>用组成它的更简单的节点（作为一个组）替换它</translation>
    </message>
    <message>
        <source>PyTorch does not mix float32 and float64; give all arrays of the graph one of the two</source>
        <translation>PyTorch 不能混用 float32 和 float64；请让图中所有数组统一为其中一种</translation>
    </message>
    <message>
        <source>PyTorch is not installed; pip install 'gradcanvas[torch]' gets it</source>
        <translation>未安装 PyTorch；可用 pip install 'gradcanvas[torch]' 安装</translation>
    </message>
    <message>
        <source>PyTorch program</source>
        <translation>PyTorch 程序</translation>
    </message>
    <message>
        <source>PyTorch: {reason}</source>
        <translation>PyTorch：{reason}</translation>
    </message>
    <message>
        <source>Qt could not be loaded: {reason}</source>
        <translation>无法加载 Qt：{reason}</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Quotient of two values.</source>
        <translation>两个值之商。</translation>
    </message>
    <message>
        <source>RMSprop</source>
        <translation>RMSprop</translation>
    </message>
    <message>
        <source>RMSprop: each weight's rate is divided by a running root mean square of its gradients. Hinton, 2012.</source>
        <translation>RMSprop：每个权重的学习率除以其梯度的滑动均方根。Hinton，2012。</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>最近的文件</translation>
    </message>
    <message>
        <source>Reconnect; in empty space: disconnect</source>
        <translation>重新连接；拖到空白处则断开</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Rectifier that lets a little of the negative side through; at 0 its derivative is that little.</source>
        <translation>让负值通过一小部分的整流函数；在 0 处的导数取这一小部分。</translation>
    </message>
    <message>
        <source>Rectifier: passes positive values and stops the rest; at 0 its derivative is 0 by convention.</source>
        <translation>线性整流：正值原样通过，其余一律为 0；在 0 处的导数约定为 0。</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Redo {what}</source>
        <translation>重做：{what}</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>减少动态效果</translation>
    </message>
    <message>
        <source>Reductions</source>
        <translation>归约运算</translation>
    </message>
    <message>
        <source>Regularizing</source>
        <translation>正则化</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>重新载入</translation>
    </message>
    <message>
        <source>Remember place</source>
        <translation>记住位置</translation>
    </message>
    <message>
        <source>Remember this place</source>
        <translation>记住此处</translation>
    </message>
    <message>
        <source>Remove nodes; what fed them feeds what they fed</source>
        <translation>删除节点；其输入直接接到其输出</translation>
    </message>
    <message>
        <source>Remove the run that is chosen (Delete)</source>
        <translation>删除选中的训练 (Delete)</translation>
    </message>
    <message>
        <source>Remove what is selected, with its wires</source>
        <translation>移除所选内容及其连线</translation>
    </message>
    <message>
        <source>Removes the wires of the chosen nodes, or of the port that was pointed at</source>
        <translation>移除所选节点或所指端口的连线</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Rename bookmark</source>
        <translation>重命名书签</translation>
    </message>
    <message>
        <source>Rename port</source>
        <translation>重命名端口</translation>
    </message>
    <message>
        <source>Repair a rule</source>
        <translation>修复一条规则</translation>
    </message>
    <message>
        <source>Repair the rule</source>
        <translation>修复规则</translation>
    </message>
    <message>
        <source>Replay for a browser</source>
        <translation>浏览器重放</translation>
    </message>
    <message>
        <source>Reseed</source>
        <translation>重新播种</translation>
    </message>
    <message>
        <source>Resize</source>
        <translation>调整大小</translation>
    </message>
    <message>
        <source>Reverse mode</source>
        <translation>反向模式</translation>
    </message>
    <message>
        <source>Reverse mode finds all five derivatives in one sweep; forward mode needs five.</source>
        <translation>反向模式一次遍历就得到全部五个导数；前向模式需要五次。</translation>
    </message>
    <message>
        <source>Reverse mode needs {few} multiplications, forward mode {many}.</source>
        <translation>反向模式需要 {few} 次乘法，前向模式需要 {many} 次。</translation>
    </message>
    <message>
        <source>Rewind</source>
        <translation>回到初始权重</translation>
    </message>
    <message>
        <source>Right button</source>
        <translation>右键</translation>
    </message>
    <message>
        <source>Right: {what}</source>
        <translation>正确：{what}</translation>
    </message>
    <message>
        <source>Rose</source>
        <translation>玫瑰色</translation>
    </message>
    <message>
        <source>Row {n} of the data, in place of the mini-batch.</source>
        <translation>画布上是第 {n} 行数据，而不是小批量。</translation>
    </message>
    <message>
        <source>Rows of a mini-batch; 0: as the data columns say</source>
        <translation>每个小批量的行数;0:按数据列的设置</translation>
    </message>
    <message>
        <source>Rows of the data set</source>
        <translation>数据集的行</translation>
    </message>
    <message>
        <source>Rows that are predicted wrong</source>
        <translation>预测错误的样本</translation>
    </message>
    <message>
        <source>Run backward to here</source>
        <translation>反向运行到这里</translation>
    </message>
    <message>
        <source>Run forward to here</source>
        <translation>前向运行到这里</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>SVG figure</source>
        <translation>SVG 图形</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>饱和</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Save as template</source>
        <translation>保存为模板</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Save plot …</source>
        <translation>保存图表 …</translation>
    </message>
    <message>
        <source>Save table …</source>
        <translation>保存表格 …</translation>
    </message>
    <message>
        <source>Save the changes to {name} first?</source>
        <translation>要先保存对 {name} 的更改吗？</translation>
    </message>
    <message>
        <source>Save the document first: its data files lie beside it.</source>
        <translation>请先保存文档:数据文件放在它旁边。</translation>
    </message>
    <message>
        <source>Save the graph</source>
        <translation>保存计算图</translation>
    </message>
    <message>
        <source>Save the numbers of all runs as CSV</source>
        <translation>把所有训练的数值存为 CSV</translation>
    </message>
    <message>
        <source>Save the picture as PNG or SVG</source>
        <translation>把图片存为 PNG 或 SVG</translation>
    </message>
    <message>
        <source>Save under another name</source>
        <translation>以其他名称保存</translation>
    </message>
    <message>
        <source>Save what is drawn: the numbers, or a picture</source>
        <translation>保存所画的内容：数值或图片</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>已保存 {name}</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>倍数</translation>
    </message>
    <message>
        <source>Schedule, weight decay, clipping, split and when to stop</source>
        <translation>学习率调度、权重衰减、梯度裁剪、数据划分与停止条件</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search and add what fits, connected</source>
        <translation>搜索并添加合适的节点，自动连接</translation>
    </message>
    <message>
        <source>Search and add, at the pointer (Tab: while nothing is selected)</source>
        <translation>在指针处搜索并添加（Tab：未选中任何内容时）</translation>
    </message>
    <message>
        <source>Search and add, wired to the port that was pointed at</source>
        <translation>搜索并添加，连到所指的端口</translation>
    </message>
    <message>
        <source>Search and add: a name, a number or a formula</source>
        <translation>搜索并添加：名称、数字或公式</translation>
    </message>
    <message>
        <source>Search and insert</source>
        <translation>搜索并插入</translation>
    </message>
    <message>
        <source>Search for a node that is put into the chosen wire</source>
        <translation>搜索一个节点，插入所选的连线</translation>
    </message>
    <message>
        <source>Search keys and gestures</source>
        <translation>搜索按键与手势</translation>
    </message>
    <message>
        <source>Search nodes</source>
        <translation>搜索节点</translation>
    </message>
    <message>
        <source>See all steps again (0)</source>
        <translation>重新显示所有步 (0)</translation>
    </message>
    <message>
        <source>Select a node or a wire.</source>
        <translation>请选择一个节点或一条连线。</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Select what the rectangle touches</source>
        <translation>选择矩形碰到的内容</translation>
    </message>
    <message>
        <source>Select · select more</source>
        <translation>选择 · 增选</translation>
    </message>
    <message>
        <source>Selects the node that feeds the chosen wire</source>
        <translation>选中向所选连线输出的节点</translation>
    </message>
    <message>
        <source>Selects the node that the chosen wire feeds</source>
        <translation>选中所选连线进入的节点</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Shares of each class instead of counts</source>
        <translation>显示每一类的比例而不是个数</translation>
    </message>
    <message>
        <source>Short guided tours that wait for what you do</source>
        <translation>简短的引导课程，等待你的操作</translation>
    </message>
    <message>
        <source>Short tours, step by step. Each waits for what you do or answer.</source>
        <translation>简短的分步课程。每一步都等待你操作或作答。</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>显示位置</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>告诉我</translation>
    </message>
    <message>
        <source>Show or hide the map of the whole graph</source>
        <translation>显示或隐藏整个计算图的缩略图</translation>
    </message>
    <message>
        <source>Show the whole graph</source>
        <translation>显示整张计算图</translation>
    </message>
    <message>
        <source>Shown when both passes have been played to their end.</source>
        <translation>前向和反向都播放到结尾后才显示。</translation>
    </message>
    <message>
        <source>Shows all numbers again, and puts the broken rule right</source>
        <translation>重新显示所有数字，并改正坏掉的规则</translation>
    </message>
    <message>
        <source>Shows the group as one box, or what it holds in a frame</source>
        <translation>将组显示为一个方框，或在框架中显示其内容</translation>
    </message>
    <message>
        <source>Shows what the group holds, alone; a double-click does the same</source>
        <translation>只显示组内的内容；双击也可以</translation>
    </message>
    <message>
        <source>Sigmoid and binary cross-entropy in one, the mean over all entries; (y − t) / n flows back.</source>
        <translation>sigmoid 与二元交叉熵合为一个，对所有元素取平均；反向传回 (y − t) / n。</translation>
    </message>
    <message>
        <source>Sigmoid taken apart</source>
        <translation>拆开 sigmoid</translation>
    </message>
    <message>
        <source>Silences each entry with a probability while training and scales up the rest; in evaluation it passes all.</source>
        <translation>训练时以一定概率将元素置零并放大其余元素；评估时全部通过。</translation>
    </message>
    <message>
        <source>Size of type and controls</source>
        <translation>文字和控件大小</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Smooth rectifier log(1 + eˣ), computed without overflow; its derivative is 1 − e⁻ʸ, the sigmoid.</source>
        <translation>平滑的整流函数 log(1 + eˣ)，计算不会溢出；其导数是 1 − e⁻ʸ，即 sigmoid。</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Snap to grid</source>
        <translation>对齐网格</translation>
    </message>
    <message>
        <source>So many first steps in which the learning rate rises to its height</source>
        <translation>开头若干步内学习率逐步升高到设定值</translation>
    </message>
    <message>
        <source>Softmax and cross-entropy in one, averaged over the batch; t is one-hot rows (or probabilities) or class numbers.</source>
        <translation>softmax 与交叉熵误差合为一体，在小批量上取平均；t 为 one-hot 行（或概率），也可以是类别编号。</translation>
    </message>
    <message>
        <source>Something went wrong inside Gradcanvas ({error}).</source>
        <translation>Gradcanvas 内部出错（{error}）。</translation>
    </message>
    <message>
        <source>Source to nudge</source>
        <translation>要微扰的源</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Squared error against cross-entropy</source>
        <translation>平方误差与交叉熵之争</translation>
    </message>
    <message>
        <source>Start a wire</source>
        <translation>开始连线</translation>
    </message>
    <message>
        <source>Start from a formula</source>
        <translation>从公式开始</translation>
    </message>
    <message>
        <source>Start with an empty canvas</source>
        <translation>从空白画布开始</translation>
    </message>
    <message>
        <source>Start with an example</source>
        <translation>从示例开始</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步长</translation>
    </message>
    <message>
        <source>Step after step, at the speed chosen in the bar</source>
        <translation>一步接一步，速度在播放栏中选择</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>Step back (,)</source>
        <translation>后退一步 (,)</translation>
    </message>
    <message>
        <source>Step forward</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <source>Step forward (.)</source>
        <translation>前进一步 (.)</translation>
    </message>
    <message>
        <source>Step forward to compute the first node.</source>
        <translation>前进一步，计算第一个节点。</translation>
    </message>
    <message>
        <source>Step once</source>
        <translation>走一步</translation>
    </message>
    <message>
        <source>Step {n} of {all}</source>
        <translation>第 {n} / {all} 步</translation>
    </message>
    <message>
        <source>Steps on a logarithmic axis</source>
        <translation>步数用对数坐标</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop practising</source>
        <translation>停止练习</translation>
    </message>
    <message>
        <source>Stops when the loss of a mini-batch is not above it; 0: never</source>
        <translation>小批量的损失不高于它时停止;0:不停止</translation>
    </message>
    <message>
        <source>Stops when the test accuracy reaches it; 0: never</source>
        <translation>测试准确率达到它时停止;0:不停止</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>结构</translation>
    </message>
    <message>
        <source>Sum of two values: the upstream gradient passes to both unchanged.</source>
        <translation>两个值之和：上游梯度原样传给两个输入。</translation>
    </message>
    <message>
        <source>Symmetry</source>
        <translation>对称</translation>
    </message>
    <message>
        <source>Tab or Space on the canvas, or double-click where nothing is</source>
        <translation>在画布上按 Tab 或空格，或双击空白处</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation>Tab、Shift+Tab</translation>
    </message>
    <message>
        <source>Tab, Space</source>
        <translation>Tab、空格</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv)</source>
        <translation>表格 (*.csv *.tsv)</translation>
    </message>
    <message>
        <source>Take apart</source>
        <translation>拆解</translation>
    </message>
    <message>
        <source>Take back what was typed</source>
        <translation>撤回已输入的内容</translation>
    </message>
    <message>
        <source>Take out of the tabs</source>
        <translation>移出标签页</translation>
    </message>
    <message>
        <source>Takes the file as it is now</source>
        <translation>按文件现在的内容读取</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>青色</translation>
    </message>
    <message>
        <source>Ten digits drawn with strokes on 8 × 8 pixels, each with a shift, size, slant, thickness and noise of its own.</source>
        <translation>用笔画画在 8 × 8 像素上的十个数字，各有自己的位移、大小、倾斜、粗细和噪声。</translation>
    </message>
    <message>
        <source>Ten generated digits on 8 × 8 pixels and a network with fifty relu units: more than 95 % right on digits it has not seen.</source>
        <translation>8 × 8 像素上生成的十个数字，与含五十个 relu 单元的网络：对未见过的数字正确率超过 95 %。</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>注释文字</translation>
    </message>
    <message>
        <source>The answer is {answer}</source>
        <translation>答案是 {answer}</translation>
    </message>
    <message>
        <source>The array with its axes in another order; none given, they are reversed.</source>
        <translation>改变数组各轴的顺序；不指定时顺序颠倒。</translation>
    </message>
    <message>
        <source>The canvas alone, large; a clicker steps, L is the laser pointer, Escape leaves</source>
        <translation>只显示放大的画布；翻页笔单步执行，L 为激光笔，Esc 退出</translation>
    </message>
    <message>
        <source>The check stopped: {reason}</source>
        <translation>检验中断：{reason}</translation>
    </message>
    <message>
        <source>The clipboard can't be pasted: {reason}</source>
        <translation>无法粘贴剪贴板内容：{reason}</translation>
    </message>
    <message>
        <source>The clipboard holds no table: copy rows and columns of a spreadsheet or CSV text.</source>
        <translation>剪贴板里没有表格:请复制电子表格的行列或 CSV 文本。</translation>
    </message>
    <message>
        <source>The colours reach from minus this number to this number</source>
        <translation>颜色范围从该数的负值到该数</translation>
    </message>
    <message>
        <source>The cosine of an angle in radians.</source>
        <translation>弧度角的余弦。</translation>
    </message>
    <message>
        <source>The derivative of tanh is 1 − y², and not 1 − y.</source>
        <translation>tanh 的导数是 1 − y²，而不是 1 − y。</translation>
    </message>
    <message>
        <source>The derivative of the sigmoid is y(1 − y), at most a quarter, and not y.</source>
        <translation>sigmoid 的导数是 y(1 − y)，至多四分之一，而不是 y。</translation>
    </message>
    <message>
        <source>The derivative of xⁿ is n·xⁿ⁻¹: the exponent comes down and becomes one less.</source>
        <translation>xⁿ 的导数是 n·xⁿ⁻¹：指数降下来作为因子，并减去 1。</translation>
    </message>
    <message>
        <source>The derivative of {node} by its input {port} is not what central differences say</source>
        <translation>{node} 对其输入 {port} 的导数与中心差分的结果不符</translation>
    </message>
    <message>
        <source>The derivative says how the target answers when this value moves a little.</source>
        <translation>导数说的是：这个值稍微变动时，目标如何响应。</translation>
    </message>
    <message>
        <source>The exponent comes down as a factor: the derivative of x² is 2x.</source>
        <translation>指数降下来作为因子：x² 的导数是 2x。</translation>
    </message>
    <message>
        <source>The exponential function; it is its own derivative.</source>
        <translation>指数函数；它的导数就是它自身。</translation>
    </message>
    <message>
        <source>The figure as SVG with real text: values above the wires, gradients below them.</source>
        <translation>SVG 图形，文字仍是文字：连线上方是数值，下方是梯度。</translation>
    </message>
    <message>
        <source>The figure as TikZ, to stand in a LaTeX document in the fonts of its text; it also compiles by itself.</source>
        <translation>TikZ 图形，可放进 LaTeX 文档并使用正文字体，也能单独编译。</translation>
    </message>
    <message>
        <source>The gradient explodes on its way to “{node}”: {n} factors above 2 multiply to {product}</source>
        <translation>梯度在传到“{node}”的途中爆炸：{n} 个大于 2 的因子相乘得 {product}</translation>
    </message>
    <message>
        <source>The gradient of {node} is not what central differences say</source>
        <translation>{node} 的梯度与中心差分的结果不符</translation>
    </message>
    <message>
        <source>The gradient vanishes on its way to “{node}”: {n} factors below 0.5 multiply to {product}</source>
        <translation>梯度在传到“{node}”的途中消失：{n} 个小于 0.5 的因子相乘得 {product}</translation>
    </message>
    <message>
        <source>The graph as node-link JSON, as `networkx.node_link_graph` reads it, with values and derivatives.</source>
        <translation>node-link JSON 格式的图，可由 `networkx.node_link_graph` 读取，含数值和导数。</translation>
    </message>
    <message>
        <source>The graph has changed: this run goes on with the one it began with.</source>
        <translation>计算图已改变:本次训练仍按开始时的图继续。</translation>
    </message>
    <message>
        <source>The graph has changed: “{run}” goes on with the one it began with.</source>
        <translation>计算图已改变:“{run}”仍按开始时的图继续训练。</translation>
    </message>
    <message>
        <source>The graph is still here. Saving writes the file anew.</source>
        <translation>图仍在这里。保存会重新写出文件。</translation>
    </message>
    <message>
        <source>The greatest norm of all gradients together; 0: any</source>
        <translation>全部梯度的范数上限;0:不限</translation>
    </message>
    <message>
        <source>The larger of two values; where they tie, each gets half of the upstream gradient.</source>
        <translation>两个值中较大的一个；相等时各得上游梯度的一半。</translation>
    </message>
    <message>
        <source>The largest entry, or the largest along some axes; where several tie, they share the upstream gradient evenly.</source>
        <translation>最大的元素，或沿某些轴的最大值；并列时平分上游梯度。</translation>
    </message>
    <message>
        <source>The learning rate at the end</source>
        <translation>结束时的学习率</translation>
    </message>
    <message>
        <source>The learning rate of every step</source>
        <translation>每一步的学习率</translation>
    </message>
    <message>
        <source>The log is in {folder}</source>
        <translation>日志在 {folder}</translation>
    </message>
    <message>
        <source>The logistic curve: squashes any number into (0, 1); its derivative is y(1 − y).</source>
        <translation>逻辑斯谛曲线：把任意数压缩到 (0, 1)；导数为 y(1 − y)。</translation>
    </message>
    <message>
        <source>The loss has divided by the batch already; nothing before it may divide once more.</source>
        <translation>损失已经除以过批量大小；前面的任何一步都不能再除一次。</translation>
    </message>
    <message>
        <source>The loss has divided by the batch already; what arrives from it must not be divided again.</source>
        <translation>损失已经除以过批量大小；从它传来的梯度不能再除一次。</translation>
    </message>
    <message>
        <source>The loss is a mean over the batch, so everything that comes back from it is divided once.</source>
        <translation>损失是对批量取的平均，所以从它传回的一切都要除一次。</translation>
    </message>
    <message>
        <source>The loss is a mean, so its gradient is divided by the number of samples as well: (y − t) / batch.</source>
        <translation>损失是平均值，所以梯度也要除以样本数：(y − t) / 批量大小。</translation>
    </message>
    <message>
        <source>The loss of every mini-batch, and of all rows after every epoch</source>
        <translation>每个小批量的损失，以及每轮之后全部样本的损失</translation>
    </message>
    <message>
        <source>The loss will be drawn here.</source>
        <translation>损失曲线将画在这里。</translation>
    </message>
    <message>
        <source>The mean of (y − t)² over all entries.</source>
        <translation>(y − t)² 对所有元素的平均值。</translation>
    </message>
    <message>
        <source>The mean of all entries, or along some axes.</source>
        <translation>所有元素的平均值，或沿某些轴的平均值。</translation>
    </message>
    <message>
        <source>The natural logarithm.</source>
        <translation>自然对数。</translation>
    </message>
    <message>
        <source>The network of the chapter on 28 × 28 pixels, ready for the MNIST files: put them beside a copy and train.</source>
        <translation>书中 28 × 28 像素的网络，可直接用于 MNIST 文件：把它们放在副本旁边即可训练。</translation>
    </message>
    <message>
        <source>The new set-up takes effect in the next run.</source>
        <translation>新的设置从下一次训练起生效。</translation>
    </message>
    <message>
        <source>The node that moves: how do the others follow?</source>
        <translation>变动的节点：其他节点如何随之变化？</translation>
    </message>
    <message>
        <source>The node whose derivatives flow backward</source>
        <translation>导数从该节点开始反向传播</translation>
    </message>
    <message>
        <source>The norm of the gradient of each parameter</source>
        <translation>各参数梯度的范数</translation>
    </message>
    <message>
        <source>The number here may be wrong, but it only inherits that: what arrives from its right is wrong already.</source>
        <translation>这里的数可能是错的，但只是继承来的：从右边传来的就已经错了。</translation>
    </message>
    <message>
        <source>The order of the inputs matters here: the upper one comes first.</source>
        <translation>这里输入的顺序很重要：上面的在前。</translation>
    </message>
    <message>
        <source>The paths in the order of the wires</source>
        <translation>按连线的顺序列出路径</translation>
    </message>
    <message>
        <source>The paths whose products are largest, largest first</source>
        <translation>乘积最大的路径，从大到小</translation>
    </message>
    <message>
        <source>The process that trains has died. The graph keeps the last weights that are known.</source>
        <translation>训练进程意外终止。计算图保留了最后已知的权重。</translation>
    </message>
    <message>
        <source>The report is on the clipboard.</source>
        <translation>报告已在剪贴板上。</translation>
    </message>
    <message>
        <source>The rule by which weights move</source>
        <translation>权重更新的规则</translation>
    </message>
    <message>
        <source>The same entries in another shape; one size may be −1 and follows from the others.</source>
        <translation>元素不变，换一种形状；其中一个大小可以是 −1，由其余大小推出。</translation>
    </message>
    <message>
        <source>The selection</source>
        <translation>所选内容</translation>
    </message>
    <message>
        <source>The share of the rows that is held back to test on</source>
        <translation>留作测试的样本比例</translation>
    </message>
    <message>
        <source>The sine of an angle in radians.</source>
        <translation>弧度角的正弦。</translation>
    </message>
    <message>
        <source>The size is right: follow the minus signs along the way.</source>
        <translation>大小是对的：顺着路上的负号再看一遍。</translation>
    </message>
    <message>
        <source>The smaller of two values; where they tie, each gets half of the upstream gradient.</source>
        <translation>两个值中较小的一个；相等时各得上游梯度的一半。</translation>
    </message>
    <message>
        <source>The square root.</source>
        <translation>平方根。</translation>
    </message>
    <message>
        <source>The sum over all entries, or along some axes.</source>
        <translation>所有元素的和，或沿某些轴的和。</translation>
    </message>
    <message>
        <source>The target along the source, and its tangent</source>
        <translation>目标沿该源的变化及其切线</translation>
    </message>
    <message>
        <source>The template can't be used: {reason}</source>
        <translation>无法使用该模板：{reason}</translation>
    </message>
    <message>
        <source>The template could not be changed: {reason}</source>
        <translation>无法更改该模板：{reason}</translation>
    </message>
    <message>
        <source>The template could not be kept: {reason}</source>
        <translation>无法保存该模板：{reason}</translation>
    </message>
    <message>
        <source>The value itself, unchanged.</source>
        <translation>值本身，不变。</translation>
    </message>
    <message>
        <source>The value raised to a fixed exponent n.</source>
        <translation>以固定指数 n 求幂。</translation>
    </message>
    <message>
        <source>The value times itself.</source>
        <translation>值与自身相乘。</translation>
    </message>
    <message>
        <source>The value with its sign turned.</source>
        <translation>取相反数。</translation>
    </message>
    <message>
        <source>The value without its sign; at 0 its derivative is 0 by convention.</source>
        <translation>去掉符号的值；在 0 处的导数约定为 0。</translation>
    </message>
    <message>
        <source>The values are right, some gradients are not. Is each local derivative what the formula says, each gradient upstream × local, each fan-out a sum? Click the node or the wire that you suspect.</source>
        <translation>数值是对的，有些梯度不对。每个局部导数都与公式一致吗？每个梯度都等于上游 × 局部吗？每个分叉处都求和了吗？点击你怀疑的节点或连线。</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Then click a node on the canvas</source>
        <translation>按下后在画布上点选一个节点</translation>
    </message>
    <message>
        <source>There is no rule to break here: nothing is differentiated yet.</source>
        <translation>这里没有可以弄坏的规则：还没有求任何导数。</translation>
    </message>
    <message>
        <source>There is nothing to predict yet</source>
        <translation>还没有可预测的东西</translation>
    </message>
    <message>
        <source>There the target has no value.</source>
        <translation>目标在那里没有值。</translation>
    </message>
    <message>
        <source>They are lost otherwise.</source>
        <translation>否则更改将会丢失。</translation>
    </message>
    <message>
        <source>This is it</source>
        <translation>就是它</translation>
    </message>
    <message>
        <source>This is the local derivative alone; the chain rule multiplies it by what arrives from the right.</source>
        <translation>这只是局部导数；链式法则要把它乘以从右边传来的梯度。</translation>
    </message>
    <message>
        <source>This is what arrives from the right; the node multiplies it by its local derivative.</source>
        <translation>这是从右边传来的梯度；节点还要把它乘以局部导数。</translation>
    </message>
    <message>
        <source>This is {op}, taken apart.</source>
        <translation>这是拆解后的{op}。</translation>
    </message>
    <message>
        <source>This one is right: it is upstream × local. Look elsewhere.</source>
        <translation>这里是对的：它等于上游 × 局部。到别处找找。</translation>
    </message>
    <message>
        <source>Three arms of a spiral</source>
        <translation>螺旋的三条旋臂</translation>
    </message>
    <message>
        <source>Three arms that wind around the origin, their angles scattered by 0.2.</source>
        <translation>绕原点旋转的三条旋臂，角度以 0.2 散布。</translation>
    </message>
    <message>
        <source>Three clouds in mini-batches</source>
        <translation>小批量中的三个点云</translation>
    </message>
    <message>
        <source>Three hidden units that start equal get equal gradients: they learn one and the same thing for ever.</source>
        <translation>三个隐藏单元从相同的权重开始，得到相同的梯度：它们永远学同一样东西。</translation>
    </message>
    <message>
        <source>Three hundred points, fifty relu units, softmax with loss, momentum: a linear classifier gets half of them, this one nearly all.</source>
        <translation>三百个点、五十个 relu 单元、带损失的 softmax、动量：线性分类器只能答对一半，这个网络几乎全对。</translation>
    </message>
    <message>
        <source>Three round clouds, normally distributed with standard deviation ½ around corners of a triangle.</source>
        <translation>三个圆形点云，围绕三角形的顶点按标准差 ½ 正态分布。</translation>
    </message>
    <message>
        <source>Three ways from X to Y and three from Y to Z: nine paths, and their sum is (α + β + γ)(δ + ε + ζ).</source>
        <translation>从 X 到 Y 有三条路，从 Y 到 Z 也有三条：共九条路径，其和为 (α + β + γ)(δ + ε + ζ)。</translation>
    </message>
    <message>
        <source>Tidy up</source>
        <translation>整理布局</translation>
    </message>
    <message>
        <source>TikZ figure</source>
        <translation>TikZ 图形</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间轴</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>到结尾</translation>
    </message>
    <message>
        <source>To the end of the backward pass</source>
        <translation>到反向过程的终点</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>到开头</translation>
    </message>
    <message>
        <source>To the start (Shift+F5)</source>
        <translation>回到起点 (Shift+F5)</translation>
    </message>
    <message>
        <source>To where all values have come up, and no derivative yet</source>
        <translation>到所有数值都已算出、还没有导数的地方</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Train one epoch</source>
        <translation>训练一轮</translation>
    </message>
    <message>
        <source>Train one step</source>
        <translation>训练一步</translation>
    </message>
    <message>
        <source>Train {n} epochs</source>
        <translation>训练 {n} 轮</translation>
    </message>
    <message>
        <source>Train {n} steps</source>
        <translation>训练 {n} 步</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Trains until all rows have been seen once, then pauses</source>
        <translation>把所有行看过一遍后暂停</translation>
    </message>
    <message>
        <source>Tries: {n}</source>
        <translation>尝试次数：{n}</translation>
    </message>
    <message>
        <source>Turns the scores on the last axis into probabilities; its Jacobian is diag(y) − y yᵀ, not only the diagonal.</source>
        <translation>把最后一个轴上的得分变成概率；雅可比矩阵是 diag(y) − y yᵀ，不只是对角线。</translation>
    </message>
    <message>
        <source>Twenty sigmoids</source>
        <translation>二十个 sigmoid</translation>
    </message>
    <message>
        <source>Two fully connected layers with softmax with loss: wire x and t.</source>
        <translation>两个全连接层加 softmax 损失：连接 x 和 t 即可。</translation>
    </message>
    <message>
        <source>Two half circles that reach into each other, with noise of standard deviation 0.1.</source>
        <translation>两个互相嵌入的半圆，带标准差 0.1 的噪声。</translation>
    </message>
    <message>
        <source>Two inputs, two hidden sigmoids, one output: the worked example whose loss falls below 1e-7 at step 111.</source>
        <translation>两个输入、两个隐藏 sigmoid、一个输出：损失在第 111 步降到 1e-7 以下的手算例子。</translation>
    </message>
    <message>
        <source>Two kinds of fruit and a tax: addition passes the gradient on, multiplication swaps it.</source>
        <translation>两种水果加消费税：加法把梯度原样传下去，乘法把输入对调后相乘。</translation>
    </message>
    <message>
        <source>Two moons through a layer that is normalised over the mini-batch and thinned out at random while it learns.</source>
        <translation>双月数据通过一层网络：学习时按小批量归一化，并随机抽稀。</translation>
    </message>
    <message>
        <source>Two neurons start out saturated at the same wrong answer; only one of the two losses lets go of it soon.</source>
        <translation>两个神经元从同样的错误答案处饱和起步；只有一种损失能很快摆脱它。</translation>
    </message>
    <message>
        <source>Type a name, a number or a formula such as (a + b) * c.</source>
        <translation>输入名称、数字或公式，例如 (a + b) * c。</translation>
    </message>
    <message>
        <source>Type it in the practice panel; it is shown when it is right.</source>
        <translation>在练习面板中输入；答对后就会显示。</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>输入想做的事</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo {what}</source>
        <translation>撤销：{what}</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>已撤销：{what}</translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation>取消成组</translation>
    </message>
    <message>
        <source>Uniform from −scale to scale.</source>
        <translation>从 −尺度 到 尺度 的均匀分布。</translation>
    </message>
    <message>
        <source>Uniform within ± scale · √(6 / (inputs + outputs)).</source>
        <translation>± 尺度 · √(6 / (输入数 + 输出数)) 内的均匀分布。</translation>
    </message>
    <message>
        <source>Uniform within ± scale · √(6 / inputs).</source>
        <translation>± 尺度 · √(6 / 输入数) 内的均匀分布。</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>未保存的更改</translation>
    </message>
    <message>
        <source>Unsaved work can't be kept for a recovery: {reason}. Save it.</source>
        <translation>无法为恢复保留未保存的工作：{reason}。请保存。</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Unused parameter</source>
        <translation>未使用的参数</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>上、下</translation>
    </message>
    <message>
        <source>Update {n} of {all}: {node}</source>
        <translation>第 {n} / {all} 次更新:{node}</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>更新量</translation>
    </message>
    <message>
        <source>Use leaky relu or elu, a smaller learning rate, or a bias that starts a little above 0.</source>
        <translation>改用 leaky relu 或 elu、更小的学习率，或让偏置从略大于 0 处开始。</translation>
    </message>
    <message>
        <source>Use relu or tanh in place of sigmoid, larger weights (Xavier, He), batch normalization, or fewer layers.</source>
        <translation>用 relu 或 tanh 代替 sigmoid，用更大的初始权重（Xavier、He）、批量归一化，或减少层数。</translation>
    </message>
    <message>
        <source>Use smaller weights (Xavier, He), batch normalization, a smaller learning rate, or fewer layers.</source>
        <translation>用更小的初始权重（Xavier、He）、批量归一化、更小的学习率，或减少层数。</translation>
    </message>
    <message>
        <source>Use these points</source>
        <translation>使用这些点</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Value on each wire</source>
        <translation>每条连线上的值</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Vanishing and exploding gradients, dead relus, saturation and the like are found here.</source>
        <translation>梯度消失与爆炸、死亡的 relu、饱和等问题会在这里列出。</translation>
    </message>
    <message>
        <source>Vanishing gradient</source>
        <translation>梯度消失</translation>
    </message>
    <message>
        <source>Versions and log, to be sent</source>
        <translation>版本和日志，供发送</translation>
    </message>
    <message>
        <source>Versions, and where settings and log are</source>
        <translation>版本，以及设置和日志的位置</translation>
    </message>
    <message>
        <source>Very near: this wire is right, but look at the node that it enters.</source>
        <translation>很近了：这条连线是对的，但看看它进入的节点。</translation>
    </message>
    <message>
        <source>Very near: what arrives here is right. What does the node make of it?</source>
        <translation>很近了：传到这里的是对的。节点拿它做了什么？</translation>
    </message>
    <message>
        <source>Very near: what this wire carries is right. What becomes of it?</source>
        <translation>很近了：这条连线传的是对的。之后它怎么样了？</translation>
    </message>
    <message>
        <source>W is {W}, but affine needs a matrix</source>
        <translation>W 为 {W}，但仿射运算需要矩阵</translation>
    </message>
    <message>
        <source>W, then arrows, Enter, Esc</source>
        <translation>W，然后方向键、回车、Esc</translation>
    </message>
    <message>
        <source>Way to the open group</source>
        <translation>到当前组的路径</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Weights as a heat map</source>
        <translation>权重热图</translation>
    </message>
    <message>
        <source>Weights as in the published table: y = 0.6903 at the first step, loss below 1e-7 at step 111. The table updates one weight after another; set update to in_turn to get it.</source>
        <translation>权重与已发表的表格相同：第一步 y = 0.6903，第 111 步损失低于 1e-7。该表逐个更新权重；把更新方式设为 in_turn 即可得到它。</translation>
    </message>
    <message>
        <source>Weights drawn from N(0, 0.01²), mini-batches of 100, learning rate 0.1. The digits are drawn by the program (strokes with a random shift, slant, thickness and noise), not written by anyone.</source>
        <translation>权重取自 N(0, 0.01²)，小批量 100，学习率 0.1。数字由程序绘制（笔画带有随机的平移、倾斜、粗细和噪声），并非任何人手写。</translation>
    </message>
    <message>
        <source>What apples cost: price of one, how many, and the tax, against the sum to pay.</source>
        <translation>苹果要花多少钱：单价、个数和消费税，对应应付金额。</translation>
    </message>
    <message>
        <source>What can be done with the thing under it</source>
        <translation>对指针下的内容可做的操作</translation>
    </message>
    <message>
        <source>What each fall multiplies the learning rate by</source>
        <translation>每次下降时学习率乘以多少</translation>
    </message>
    <message>
        <source>What each unit looks for</source>
        <translation>每个单元寻找的图案</translation>
    </message>
    <message>
        <source>What each wire carries, forward and back. Click a number to ask why, a heading to sort.</source>
        <translation>每条连线上前向与反向的数。点击数字可以问“为什么”，点击表头可以排序。</translation>
    </message>
    <message>
        <source>What helps</source>
        <translation>怎么办</translation>
    </message>
    <message>
        <source>What is differentiated</source>
        <translation>求导目标</translation>
    </message>
    <message>
        <source>What is in view</source>
        <translation>当前视野</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>What two apples cost with tax, and how the price answers to each number.</source>
        <translation>两个苹果含税多少钱，以及价格如何随每个数变化。</translation>
    </message>
    <message>
        <source>What was left on {when} can't be read.</source>
        <translation>{when} 遗留的内容无法读取。</translation>
    </message>
    <message>
        <source>What will be written</source>
        <translation>将要写出的内容</translation>
    </message>
    <message>
        <source>Wheel, pinch</source>
        <translation>滚轮、双指缩放</translation>
    </message>
    <message>
        <source>Where a value is used more than once, the gradients that come back add up: += and not =.</source>
        <translation>一个值被使用多次时，传回的梯度要相加：用 +=，不是 =。</translation>
    </message>
    <message>
        <source>Where relu has stopped a negative value it stops the gradient too: its derivative there is 0.</source>
        <translation>relu 拦下负值的地方，梯度也被拦下：那里的导数是 0。</translation>
    </message>
    <message>
        <source>Where the colours end</source>
        <translation>颜色刻度的端点</translation>
    </message>
    <message>
        <source>Where unexpected errors are written down</source>
        <translation>意外错误的记录所在</translation>
    </message>
    <message>
        <source>Which parameter</source>
        <translation>哪个参数</translation>
    </message>
    <message>
        <source>Which rows</source>
        <translation>哪些样本</translation>
    </message>
    <message>
        <source>Which rule is broken</source>
        <translation>弄坏哪条规则</translation>
    </message>
    <message>
        <source>Whichever saves first, the other one is asked before anything is written over.</source>
        <translation>无论哪个窗口先保存，另一个在覆盖之前都会先询问。</translation>
    </message>
    <message>
        <source>While it learns, batch normalisation uses the mini-batch and moves its running mean and variance, and dropout draws another mask in each step; measured, both stand still.</source>
        <translation>学习时，批归一化使用小批量并更新滑动均值和方差，dropout 每一步都重新抽取掩码；测量时两者都不变。</translation>
    </message>
    <message>
        <source>While typing</source>
        <translation>输入时</translation>
    </message>
    <message>
        <source>Whole graph</source>
        <translation>整个图</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>Wider and stronger: a larger gradient</source>
        <translation>越粗越深：梯度越大</translation>
    </message>
    <message>
        <source>Wider and stronger: a larger value</source>
        <translation>越粗越深：值越大</translation>
    </message>
    <message>
        <source>Wire a node that computes something.</source>
        <translation>请连接一个执行运算的节点。</translation>
    </message>
    <message>
        <source>Wire from {source} to {target}, input {port}</source>
        <translation>从 {source} 到 {target} 的连线，输入 {port}</translation>
    </message>
    <message>
        <source>Wire it into what leads to “{target}”, or delete it.</source>
        <translation>把它接到通向“{target}”的节点上，或删除它。</translation>
    </message>
    <message>
        <source>Wires</source>
        <translation>连线</translation>
    </message>
    <message>
        <source>Wires and nodes show</source>
        <translation>连线和节点显示</translation>
    </message>
    <message>
        <source>Wires by gradient</source>
        <translation>连线按梯度</translation>
    </message>
    <message>
        <source>Wires by value</source>
        <translation>连线按值</translation>
    </message>
    <message>
        <source>Wires new weights and a bias to the layer, in shapes that fit</source>
        <translation>为该层连接形状匹配的新权重和偏置</translation>
    </message>
    <message>
        <source>Wires what is there already</source>
        <translation>连接已有的节点</translation>
    </message>
    <message>
        <source>With derivatives</source>
        <translation>含导数</translation>
    </message>
    <message>
        <source>With twice the step, prediction and truth part {ratio} times as far.</source>
        <translation>步长加倍，预测与实际之差变为 {ratio} 倍。</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>书写</translation>
    </message>
    <message>
        <source>X → Y → Z: nine paths</source>
        <translation>X → Y → Z：九条路径</translation>
    </message>
    <message>
        <source>XOR</source>
        <translation>异或</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>You have changes of your own that are not saved.</source>
        <translation>您自己的更改尚未保存。</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>你的答案</translation>
    </message>
    <message>
        <source>Your own changes were put aside.</source>
        <translation>您自己的更改已放在一边。</translation>
    </message>
    <message>
        <source>Your prediction</source>
        <translation>你的预测</translation>
    </message>
    <message>
        <source>Your turn: the lesson goes on when it is done.</source>
        <translation>轮到你了：完成后课程继续。</translation>
    </message>
    <message>
        <source>Your work is kept. A report with the versions and the log helps to mend it.</source>
        <translation>您的工作已保留。附有版本和日志的报告有助于修复。</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>以指针为中心缩放</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Zoom to what is selected</source>
        <translation>缩放到所选内容</translation>
    </message>
    <message>
        <source>a bare {word} is not JSON; write it in quotes</source>
        <translation>裸写的 {word} 不是合法的 JSON；请加引号</translation>
    </message>
    <message>
        <source>a bookmark can't have the zoom {zoom:g}</source>
        <translation>书签的缩放不能为 {zoom:g}</translation>
    </message>
    <message>
        <source>a bookmark has a number from 1 to {last}</source>
        <translation>书签的编号在 1 到 {last} 之间</translation>
    </message>
    <message>
        <source>a bookmark needs a name</source>
        <translation>书签需要名称</translation>
    </message>
    <message>
        <source>a constant: it was put in and nothing changes it</source>
        <translation>常量：给定之后不再改变</translation>
    </message>
    <message>
        <source>a data set has at most {limit} samples</source>
        <translation>一个数据集最多有 {limit} 个样本</translation>
    </message>
    <message>
        <source>a data set needs one row of inputs for each target</source>
        <translation>数据集的每个目标都需要一行输入</translation>
    </message>
    <message>
        <source>a file beside the document</source>
        <translation>文档旁的文件</translation>
    </message>
    <message>
        <source>a formula</source>
        <translation>一个公式</translation>
    </message>
    <message>
        <source>a group has the key “{key}”, which this version does not know</source>
        <translation>某个组含有此版本不认识的键“{key}”</translation>
    </message>
    <message>
        <source>a group must be an object with an "id" in quotes</source>
        <translation>组必须是含带引号 “id” 的对象</translation>
    </message>
    <message>
        <source>a group needs a name</source>
        <translation>组需要一个名称</translation>
    </message>
    <message>
        <source>a is {a} but {port} is {other}; apart from axis {axis} their sizes must match</source>
        <translation>a 的形状为 {a}，而 {port} 为 {other}；除轴 {axis} 外大小必须一致</translation>
    </message>
    <message>
        <source>a node can't stand at {x:g}, {y:g}</source>
        <translation>节点不能放在 {x:g}, {y:g}</translation>
    </message>
    <message>
        <source>a node needs a name</source>
        <translation>节点必须有名称</translation>
    </message>
    <message>
        <source>a node stands twice among its members</source>
        <translation>某个节点在成员中出现了两次</translation>
    </message>
    <message>
        <source>a node that is in a group can't be removed on its own</source>
        <translation>组中的节点不能单独移除</translation>
    </message>
    <message>
        <source>a note can't be {width:g} wide and {height:g} tall</source>
        <translation>注释的宽不能为 {width:g}、高不能为 {height:g}</translation>
    </message>
    <message>
        <source>a note has more than {limit} characters</source>
        <translation>注释超过了 {limit} 个字符</translation>
    </message>
    <message>
        <source>a note keeps its id</source>
        <translation>注释的编号不能改变</translation>
    </message>
    <message>
        <source>a note needs an id</source>
        <translation>注释需要一个编号</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>一个数</translation>
    </message>
    <message>
        <source>a number is too large for float64; write "Infinity" if that is meant</source>
        <translation>有数超出 float64 的范围；若确实要表示无穷大，请写 "Infinity"</translation>
    </message>
    <message>
        <source>a number, a name or ( is missing here</source>
        <translation>这里缺少数字、名称或 (</translation>
    </message>
    <message>
        <source>a number, or 2 * 1.1</source>
        <translation>一个数，或 2 * 1.1</translation>
    </message>
    <message>
        <source>a packed array has too many numbers; the limit is {limit}</source>
        <translation>打包数组中的数太多；上限为 {limit}</translation>
    </message>
    <message>
        <source>a packed array needs dtype (float64 or float32), shape and base64</source>
        <translation>打包数组需要 dtype（float64 或 float32）、shape 和 base64</translation>
    </message>
    <message>
        <source>a packed array of shape {shape} needs {needed} bytes but has {found}</source>
        <translation>形状为 {shape} 的打包数组需要 {needed} 字节，实际有 {found} 字节</translation>
    </message>
    <message>
        <source>a picture of {width} × {height} pixels is too large; choose a smaller scale, or SVG or PDF</source>
        <translation>{width} × {height} 像素的图片太大；请选择较小的倍数，或用 SVG、PDF</translation>
    </message>
    <message>
        <source>a source: it was put in by hand, and nothing feeds it</source>
        <translation>源节点：数值由人给定，没有输入</translation>
    </message>
    <message>
        <source>a text has more than {limit} characters</source>
        <translation>文本超过 {limit} 个字符</translation>
    </message>
    <message>
        <source>a text holds half a character (a lone surrogate)</source>
        <translation>文本含有半个字符（孤立的代理项）</translation>
    </message>
    <message>
        <source>a text of at most {limit} characters</source>
        <translation>不超过 {limit} 个字符的文本</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>absolute</source>
        <translation>绝对值</translation>
    </message>
    <message>
        <source>add</source>
        <translation>加法</translation>
    </message>
    <message>
        <source>affine</source>
        <translation>仿射</translation>
    </message>
    <message>
        <source>affine + relu</source>
        <translation>仿射 + relu</translation>
    </message>
    <message>
        <source>all inputs</source>
        <translation>所有输入</translation>
    </message>
    <message>
        <source>all outputs</source>
        <translation>所有输出</translation>
    </message>
    <message>
        <source>all rows</source>
        <translation>全部样本</translation>
    </message>
    <message>
        <source>all zero: the output does not move with this input.</source>
        <translation>全为零：输出不随这个输入变化。</translation>
    </message>
    <message>
        <source>along this path alone: its local derivatives multiply, and what all paths make adds up</source>
        <translation>只看这一条路径：沿途的局部导数相乘；所有路径的乘积再相加</translation>
    </message>
    <message>
        <source>alpha</source>
        <translation>α</translation>
    </message>
    <message>
        <source>an array has at most {limit} axes</source>
        <translation>数组最多有 {limit} 个轴</translation>
    </message>
    <message>
        <source>an array: ask for one of its entries</source>
        <translation>这是一个数组：点选其中一个元素继续问</translation>
    </message>
    <message>
        <source>an entry of the input reaches at most {n} of {rows} entries of the output.</source>
        <translation>一个输入元素最多影响 {rows} 个输出元素中的 {n} 个。</translation>
    </message>
    <message>
        <source>analytic</source>
        <translation>解析值</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>还有 {n} 条</translation>
    </message>
    <message>
        <source>another operation was used</source>
        <translation>用错了运算</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>目标类型</translation>
    </message>
    <message>
        <source>apart</source>
        <translation>相差</translation>
    </message>
    <message>
        <source>apple prices</source>
        <translation>苹果价格</translation>
    </message>
    <message>
        <source>as in the data</source>
        <translation>按数据设定</translation>
    </message>
    <message>
        <source>at least one entry</source>
        <translation>至少一个元素</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>axes</source>
        <translation>轴顺序</translation>
    </message>
    <message>
        <source>axes are {axes}, but x is {x}; each of its axes must be named once</source>
        <translation>轴顺序为 {axes}，但 x 的形状为 {x}；每个轴必须恰好出现一次</translation>
    </message>
    <message>
        <source>axis</source>
        <translation>轴</translation>
    </message>
    <message>
        <source>axis is {axis}, but x is a scalar and has none</source>
        <translation>轴为 {axis}，但 x 是标量，没有轴</translation>
    </message>
    <message>
        <source>axis is {axis}, but x is {x}; name each axis at most once, from {first} to {last}</source>
        <translation>轴为 {axis}，但 x 的形状为 {x}；每个轴最多写一次，取值从 {first} 到 {last}</translation>
    </message>
    <message>
        <source>axis {axis} is not one of a, which is {a}</source>
        <translation>a 的形状为 {a}，没有轴 {axis}</translation>
    </message>
    <message>
        <source>b is {b} but W is {W}; b must be ({outer},)</source>
        <translation>b 为 {b}，而 W 为 {W}；b 必须为 ({outer},)</translation>
    </message>
    <message>
        <source>b reaches e on two paths, so its two gradients add up.</source>
        <translation>b 经两条路径到达 e，所以两份梯度相加。</translation>
    </message>
    <message>
        <source>backward</source>
        <translation>反向</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批量</translation>
    </message>
    <message>
        <source>batch normalization</source>
        <translation>批归一化</translation>
    </message>
    <message>
        <source>beside “{name}”</source>
        <translation>与“{name}”相比</translation>
    </message>
    <message>
        <source>beta</source>
        <translation>β</translation>
    </message>
    <message>
        <source>beta 1</source>
        <translation>β₁</translation>
    </message>
    <message>
        <source>beta 2</source>
        <translation>β₂</translation>
    </message>
    <message>
        <source>beta1</source>
        <translation>β₁</translation>
    </message>
    <message>
        <source>beta2</source>
        <translation>β₂</translation>
    </message>
    <message>
        <source>brackets are nested more than {limit} deep</source>
        <translation>括号嵌套超过 {limit} 层</translation>
    </message>
    <message>
        <source>by</source>
        <translation>对</translation>
    </message>
    <message>
        <source>by chance</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>by step</source>
        <translation>按步数</translation>
    </message>
    <message>
        <source>circles</source>
        <translation>圆环</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>class numbers must be whole, from 0 to {last}</source>
        <translation>类别编号必须是 0 到 {last} 的整数</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>classes stand in one column, but {count} were chosen</source>
        <translation>类别应在一列中，但选了 {count} 列</translation>
    </message>
    <message>
        <source>clip</source>
        <translation>梯度裁剪</translation>
    </message>
    <message>
        <source>column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>column {column}: {reason}</source>
        <translation>第 {column} 列：{reason}</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>concatenate</source>
        <translation>拼接</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>常量</translation>
    </message>
    <message>
        <source>contributions add up</source>
        <translation>各路贡献相加</translation>
    </message>
    <message>
        <source>contributions are overwritten instead of added</source>
        <translation>贡献被覆盖，而没有相加</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>cos</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>cp1252</source>
        <translation>cp1252</translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>dashed: test rows</source>
        <translation>虚线：测试集</translation>
    </message>
    <message>
        <source>data column</source>
        <translation>数据列</translation>
    </message>
    <message>
        <source>dataset</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>delimiter</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>dense: each entry of the output depends on each entry of the input.</source>
        <translation>稠密：每个输出元素都依赖每个输入元素。</translation>
    </message>
    <message>
        <source>derivative</source>
        <translation>导数</translation>
    </message>
    <message>
        <source>derivatives by</source>
        <translation>求导变量</translation>
    </message>
    <message>
        <source>derivatives of</source>
        <translation>求导目标</translation>
    </message>
    <message>
        <source>deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>diagonal: each entry of the output depends on its own entry of the input alone.</source>
        <translation>对角：每个输出元素只依赖与它对应的输入元素。</translation>
    </message>
    <message>
        <source>different</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>divide</source>
        <translation>除法</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>done: the accuracy reached the limit</source>
        <translation>完成:准确率达到目标</translation>
    </message>
    <message>
        <source>done: the loss fell to the limit</source>
        <translation>完成:损失降到目标</translation>
    </message>
    <message>
        <source>dot</source>
        <translation>矩阵乘积</translation>
    </message>
    <message>
        <source>drawn digits 8×8, generated</source>
        <translation>绘制的 8×8 数字（生成）</translation>
    </message>
    <message>
        <source>dropout</source>
        <translation>随机失活</translation>
    </message>
    <message>
        <source>dw</source>
        <translation>∂z/∂w</translation>
    </message>
    <message>
        <source>dx</source>
        <translation>∂z/∂x</translation>
    </message>
    <message>
        <source>dy</source>
        <translation>∂z/∂y</translation>
    </message>
    <message>
        <source>e = (a + b) × (b + 1)</source>
        <translation>e = (a + b) × (b + 1)</translation>
    </message>
    <message>
        <source>each step</source>
        <translation>每一步</translation>
    </message>
    <message>
        <source>edge</source>
        <translation>连线</translation>
    </message>
    <message>
        <source>elu</source>
        <translation>ELU</translation>
    </message>
    <message>
        <source>encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <translation>第 {epoch} 轮</translation>
    </message>
    <message>
        <source>epoch {epoch} / {of}</source>
        <translation>第 {epoch} / {of} 轮</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>epsilon</source>
        <translation>ε</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>equal but for rounding, {size}</source>
        <translation>除舍入误差 {size} 外相等</translation>
    </message>
    <message>
        <source>error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>every</source>
        <translation>间隔轮数</translation>
    </message>
    <message>
        <source>exp</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>exp is its own derivative: multiply by its output.</source>
        <translation>exp 的导数就是它自己：乘以它的输出。</translation>
    </message>
    <message>
        <source>factor</source>
        <translation>倍率</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>falls every</source>
        <translation>下降间隔</translation>
    </message>
    <message>
        <source>falls to</source>
        <translation>下降系数</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>first arm</source>
        <translation>第一臂</translation>
    </message>
    <message>
        <source>fit parameters</source>
        <translation>匹配参数形状</translation>
    </message>
    <message>
        <source>formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>前向</translation>
    </message>
    <message>
        <source>forward mode</source>
        <translation>前向模式</translation>
    </message>
    <message>
        <source>forward mode starts here: the source moves by 1</source>
        <translation>前向模式从这里开始：源变动 1</translation>
    </message>
    <message>
        <source>frame</source>
        <translation>边框</translation>
    </message>
    <message>
        <source>from</source>
        <translation>从</translation>
    </message>
    <message>
        <source>g is the gradient after weight decay and clipping</source>
        <translation>g 是经过权重衰减和裁剪之后的梯度</translation>
    </message>
    <message>
        <source>g is the upstream gradient</source>
        <translation>g 为上游梯度</translation>
    </message>
    <message>
        <source>gb18030</source>
        <translation>gb18030</translation>
    </message>
    <message>
        <source>given</source>
        <translation>给定</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>gradient {value}</source>
        <translation>梯度 {value}</translation>
    </message>
    <message>
        <source>gradient × step = {gradient} × {step}</source>
        <translation>梯度 × 步长 = {gradient} × {step}</translation>
    </message>
    <message>
        <source>group</source>
        <translation>组</translation>
    </message>
    <message>
        <source>groups are nested more than {limit} deep</source>
        <translation>组的嵌套超过 {limit} 层</translation>
    </message>
    <message>
        <source>half squared error</source>
        <translation>半平方误差</translation>
    </message>
    <message>
        <source>he_normal</source>
        <translation>He 正态</translation>
    </message>
    <message>
        <source>he_uniform</source>
        <translation>He 均匀</translation>
    </message>
    <message>
        <source>header</source>
        <translation>标题行</translation>
    </message>
    <message>
        <source>hinge</source>
        <translation>合页损失</translation>
    </message>
    <message>
        <source>hollow: held back for the test</source>
        <translation>空心：留作测试</translation>
    </message>
    <message>
        <source>how sure</source>
        <translation>把握</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>恒等</translation>
    </message>
    <message>
        <source>if</source>
        <translation>若</translation>
    </message>
    <message>
        <source>in steps</source>
        <translation>阶梯式</translation>
    </message>
    <message>
        <source>in_out</source>
        <translation>(输入, 输出)</translation>
    </message>
    <message>
        <source>in_turn</source>
        <translation>逐个</translation>
    </message>
    <message>
        <source>infinite</source>
        <translation>无穷</translation>
    </message>
    <message>
        <source>initialiser</source>
        <translation>初始化</translation>
    </message>
    <message>
        <source>inner</source>
        <translation>内圈</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>inputs: {columns}, outputs: {rows}</source>
        <translation>输入：{columns}，输出：{rows}</translation>
    </message>
    <message>
        <source>is there already</source>
        <translation>已存在</translation>
    </message>
    <message>
        <source>it does not depend on {name}</source>
        <translation>它不依赖于 {name}</translation>
    </message>
    <message>
        <source>it does not say which shape</source>
        <translation>它没有说明形状</translation>
    </message>
    <message>
        <source>it feeds {n} inputs: what comes back from each adds up</source>
        <translation>它接到 {n} 个输入：各路传回的梯度相加</translation>
    </message>
    <message>
        <source>it has no value</source>
        <translation>它没有值</translation>
    </message>
    <message>
        <source>it has {n} inputs instead of {wanted}</source>
        <translation>它有 {n} 个输入，应为 {wanted} 个</translation>
    </message>
    <message>
        <source>it has {n} inputs; 2 to {most} can be read</source>
        <translation>它有 {n} 个输入；可以读取 2 到 {most} 个</translation>
    </message>
    <message>
        <source>it holds no numbers</source>
        <translation>它不含数字</translation>
    </message>
    <message>
        <source>it lacks an input</source>
        <translation>它缺少一个输入</translation>
    </message>
    <message>
        <source>it reads whole numbers, which here only losses do</source>
        <translation>它读取整数，这里只有损失函数会这样</translation>
    </message>
    <message>
        <source>it takes away an axis whose size is not 1</source>
        <translation>它要去掉一个大小不为 1 的轴</translation>
    </message>
    <message>
        <source>it went into {n} places: what comes back from them adds up</source>
        <translation>它用在了 {n} 处：各处传回的梯度相加</translation>
    </message>
    <message>
        <source>it works along the axis {axis}; here that is the last one</source>
        <translation>它沿轴 {axis} 计算；这里只能是最后一个轴</translation>
    </message>
    <message>
        <source>its edits have format version {found}, this Gradcanvas knows version {known}; recover it with the other</source>
        <translation>其中的编辑属于格式版本 {found}，而本 Gradcanvas 使用版本 {known}；请用写下它的那个版本来恢复</translation>
    </message>
    <message>
        <source>its exponent is not one number</source>
        <translation>它的指数不是单个数字</translation>
    </message>
    <message>
        <source>its input “{name}” comes from nowhere</source>
        <translation>它的输入“{name}”没有来源</translation>
    </message>
    <message>
        <source>its scores are not rows of a batch</source>
        <translation>它的得分不是一批行向量</translation>
    </message>
    <message>
        <source>its shape keeps an axis that its input does not have</source>
        <translation>它的形状要保留输入中不存在的轴</translation>
    </message>
    <message>
        <source>its value of shape {shape} does not fit in memory</source>
        <translation>它的值形状为 {shape}，内存容纳不下</translation>
    </message>
    <message>
        <source>its value of shape {shape} is too large; all values of a graph have {limit} entries at most</source>
        <translation>它的值形状为 {shape}，过大；一个图的所有值合计最多 {limit} 个元素</translation>
    </message>
    <message>
        <source>keepdims</source>
        <translation>保留维度</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>标签文件</translation>
    </message>
    <message>
        <source>latin-1</source>
        <translation>latin-1</translation>
    </message>
    <message>
        <source>layout</source>
        <translation>权重布局</translation>
    </message>
    <message>
        <source>leaky relu</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>least</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>lesson “{name}”: {reason}</source>
        <translation>课程“{name}”：{reason}</translation>
    </message>
    <message>
        <source>linear with noise</source>
        <translation>带噪声的直线</translation>
    </message>
    <message>
        <source>local</source>
        <translation>局部导数</translation>
    </message>
    <message>
        <source>local derivative</source>
        <translation>局部导数</translation>
    </message>
    <message>
        <source>local derivative {value}</source>
        <translation>局部导数 {value}</translation>
    </message>
    <message>
        <source>log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>log x</source>
        <translation>对数 x</translation>
    </message>
    <message>
        <source>log y</source>
        <translation>对数 y</translation>
    </message>
    <message>
        <source>loss {loss}</source>
        <translation>损失 {loss}</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>lower</source>
        <translation>下</translation>
    </message>
    <message>
        <source>lowest</source>
        <translation>最低学习率</translation>
    </message>
    <message>
        <source>lowest rate</source>
        <translation>最低学习率</translation>
    </message>
    <message>
        <source>margin</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>matrix</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>matrix of {shape}, not built</source>
        <translation>{shape} 矩阵，未展开</translation>
    </message>
    <message>
        <source>max</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>maximum</source>
        <translation>较大值</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>mean squared error</source>
        <translation>均方误差</translation>
    </message>
    <message>
        <source>measuring, {rows} of {of} rows</source>
        <translation>正在评估,{rows} / {of} 行</translation>
    </message>
    <message>
        <source>minimum</source>
        <translation>较小值</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>most</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>multiplications</source>
        <translation>乘法次数</translation>
    </message>
    <message>
        <source>multiply</source>
        <translation>乘法</translation>
    </message>
    <message>
        <source>n</source>
        <translation>指数 n</translation>
    </message>
    <message>
        <source>negate</source>
        <translation>取负</translation>
    </message>
    <message>
        <source>networkx node-link JSON</source>
        <translation>networkx node-link JSON</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>no file has been chosen</source>
        <translation>尚未选择文件</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>no path</source>
        <translation>没有路径</translation>
    </message>
    <message>
        <source>no path joins “{one}” and “{other}”</source>
        <translation>“{one}”与“{other}”之间没有路径</translation>
    </message>
    <message>
        <source>no path was given for the checkpoint</source>
        <translation>没有给出检查点的路径</translation>
    </message>
    <message>
        <source>no rows are left to train on; hold back a smaller share for the test</source>
        <translation>没有剩下可训练的行；请减小测试占比</translation>
    </message>
    <message>
        <source>no run has been started</source>
        <translation>还没有开始训练</translation>
    </message>
    <message>
        <source>node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>node “{name}”</source>
        <translation>节点“{name}”</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>正态</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>not {what}</source>
        <translation>无{what}</translation>
    </message>
    <message>
        <source>note</source>
        <translation>注释</translation>
    </message>
    <message>
        <source>note “{name}”</source>
        <translation>注释“{name}”</translation>
    </message>
    <message>
        <source>nothing of it reaches the target</source>
        <translation>它不影响求导目标</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>numerical</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>of</source>
        <translation>求</translation>
    </message>
    <message>
        <source>of its {n} entries, this one moves furthest</source>
        <translation>在它的 {n} 个元素中,这一个移动得最远</translation>
    </message>
    <message>
        <source>one after another</source>
        <translation>逐个</translation>
    </message>
    <message>
        <source>one cell of the Jacobian: how that entry of the output moves with this one of the input</source>
        <translation>雅可比矩阵的一个元素：输入的这一元素变动时，输出的那一元素如何变动</translation>
    </message>
    <message>
        <source>one input entry at a time</source>
        <translation>每次一个输入元素</translation>
    </message>
    <message>
        <source>one output entry at a time</source>
        <translation>每次一个输出元素</translation>
    </message>
    <message>
        <source>one path</source>
        <translation>一条路径</translation>
    </message>
    <message>
        <source>one weight after another is not available on PyTorch</source>
        <translation>PyTorch 不支持逐个更新权重</translation>
    </message>
    <message>
        <source>one_hot</source>
        <translation>独热</translation>
    </message>
    <message>
        <source>only a data set of classes can be split class by class</source>
        <translation>只有分类数据集才能按类别划分</translation>
    </message>
    <message>
        <source>only one contribution was taken</source>
        <translation>只取了一份贡献</translation>
    </message>
    <message>
        <source>onnx is not installed; pip install 'gradcanvas[onnx]' gets it</source>
        <translation>尚未安装 onnx；pip install 'gradcanvas[onnx]' 即可安装</translation>
    </message>
    <message>
        <source>operations are nested more than {limit} deep</source>
        <translation>运算嵌套超过 {limit} 层</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>otherwise</source>
        <translation>否则</translation>
    </message>
    <message>
        <source>out_in</source>
        <translation>(输出, 输入)</translation>
    </message>
    <message>
        <source>outer</source>
        <translation>外圈</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>output entry / input entry</source>
        <translation>输出元素 / 输入元素</translation>
    </message>
    <message>
        <source>outputs</source>
        <translation>输出个数</translation>
    </message>
    <message>
        <source>own formula</source>
        <translation>自定义公式</translation>
    </message>
    <message>
        <source>parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>path by path</source>
        <translation>逐条路径</translation>
    </message>
    <message>
        <source>paths are ranked and factored between scalars only</source>
        <translation>只有标量之间的路径才能排序和提取公因子</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>power</source>
        <translation>幂</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>predicted →</source>
        <translation>预测 →</translation>
    </message>
    <message>
        <source>predicted: gradient × step</source>
        <translation>预测：梯度 × 步长</translation>
    </message>
    <message>
        <source>product</source>
        <translation>乘积</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>比率</translation>
    </message>
    <message>
        <source>rate decay</source>
        <translation>学习率衰减</translation>
    </message>
    <message>
        <source>rate_decay</source>
        <translation>学习率衰减</translation>
    </message>
    <message>
        <source>reciprocal</source>
        <translation>倒数</translation>
    </message>
    <message>
        <source>rel. error</source>
        <translation>相对误差</translation>
    </message>
    <message>
        <source>relu</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>relu lets every gradient through</source>
        <translation>relu 放过了所有梯度</translation>
    </message>
    <message>
        <source>reshape</source>
        <translation>变形</translation>
    </message>
    <message>
        <source>reverse mode</source>
        <translation>反向模式</translation>
    </message>
    <message>
        <source>right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>row {row}, column {column}</source>
        <translation>第 {row} 行第 {column} 列</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>run</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>save the document first: its data files are looked for beside it</source>
        <translation>请先保存文档：数据文件在文档旁查找</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>scalar</source>
        <translation>标量</translation>
    </message>
    <message>
        <source>scale</source>
        <translation>尺度</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>second arm</source>
        <translation>第二臂</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>select the nodes to group</source>
        <translation>请先选择要成组的节点</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>several yes-or-no answers for each sample are not one class</source>
        <translation>每个样本有多个是非回答，不是一个类别</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>sigmoid</translation>
    </message>
    <message>
        <source>sigmoid with loss</source>
        <translation>sigmoid 交叉熵损失</translation>
    </message>
    <message>
        <source>sin</source>
        <translation>正弦</translation>
    </message>
    <message>
        <source>slice</source>
        <translation>切片</translation>
    </message>
    <message>
        <source>slope</source>
        <translation>斜率</translation>
    </message>
    <message>
        <source>smooth</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>softmax</translation>
    </message>
    <message>
        <source>softmax is treated like a sigmoid, entry by entry</source>
        <translation>把 softmax 当作 sigmoid 逐元素求导</translation>
    </message>
    <message>
        <source>softmax with loss</source>
        <translation>softmax 交叉熵损失</translation>
    </message>
    <message>
        <source>softplus</source>
        <translation>softplus</translation>
    </message>
    <message>
        <source>space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>spiral</source>
        <translation>螺旋</translation>
    </message>
    <message>
        <source>square</source>
        <translation>平方</translation>
    </message>
    <message>
        <source>square root</source>
        <translation>平方根</translation>
    </message>
    <message>
        <source>standardise</source>
        <translation>标准化</translation>
    </message>
    <message>
        <source>start needs a document as text, and may bring training and a seed</source>
        <translation>start 需要文本形式的文档，可以附带 training 和种子</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>starting …</source>
        <translation>正在启动 …</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>steady</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>step</source>
        <translation>阶梯</translation>
    </message>
    <message>
        <source>step h</source>
        <translation>步长 h</translation>
    </message>
    <message>
        <source>step {n}</source>
        <translation>第 {n} 步</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <source>step {step} / {of}</source>
        <translation>第 {step} / {of} 步</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>stop at accuracy</source>
        <translation>目标准确率</translation>
    </message>
    <message>
        <source>stop at loss</source>
        <translation>目标损失</translation>
    </message>
    <message>
        <source>stop_accuracy</source>
        <translation>达到准确率即停</translation>
    </message>
    <message>
        <source>stop_loss</source>
        <translation>达到损失即停</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>strength</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>subtract</source>
        <translation>减法</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>求和</translation>
    </message>
    <message>
        <source>sum of the products</source>
        <translation>各路径乘积之和</translation>
    </message>
    <message>
        <source>sweep {n} of {all}</source>
        <translation>第 {n} 次遍历，共 {all} 次</translation>
    </message>
    <message>
        <source>sweeps</source>
        <translation>遍历次数</translation>
    </message>
    <message>
        <source>t holds {value}, but a class number is a whole number from 0 to {last}</source>
        <translation>t 中含有 {value}，但类别编号必须是 0 到 {last} 之间的整数</translation>
    </message>
    <message>
        <source>t is {t} but x is {x}; t must be {x} (one-hot) or {index} (class numbers)</source>
        <translation>t 为 {t}，而 x 为 {x}；t 必须为 {x}（one-hot）或 {index}（类别编号）</translation>
    </message>
    <message>
        <source>t is {t}, but what it is compared with is {y}; their shapes must be the same</source>
        <translation>t 的形状为 {t}，而与之比较的为 {y}；两者形状必须相同</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>taken from a data set</source>
        <translation>取自数据集</translation>
    </message>
    <message>
        <source>tangent</source>
        <translation>切线值</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标值</translation>
    </message>
    <message>
        <source>target {n}</source>
        <translation>目标 {n}</translation>
    </message>
    <message>
        <source>targets</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>teal speaks for a unit, brown against it</source>
        <translation>青色支持该单元，棕色反对</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试占比</translation>
    </message>
    <message>
        <source>test acc.</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <source>test loss</source>
        <translation>测试损失</translation>
    </message>
    <message>
        <source>test rows</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>test share</source>
        <translation>测试占比</translation>
    </message>
    <message>
        <source>that is not a finite number</source>
        <translation>这不是有限的数</translation>
    </message>
    <message>
        <source>that is the value, not the derivative</source>
        <translation>这是数值，不是导数</translation>
    </message>
    <message>
        <source>that would make a cycle: {loop}</source>
        <translation>这样会形成环：{loop}</translation>
    </message>
    <message>
        <source>the backward pass starts here</source>
        <translation>反向传播从这里开始</translation>
    </message>
    <message>
        <source>the backward pass starts here: how the target changes when it is itself changed</source>
        <translation>反向传播从这里开始：目标对自身的导数</translation>
    </message>
    <message>
        <source>the base64 of a packed array is damaged</source>
        <translation>打包数组的 base64 已损坏</translation>
    </message>
    <message>
        <source>the batch is divided by twice</source>
        <translation>批量大小被除了两次</translation>
    </message>
    <message>
        <source>the batch was divided by twice</source>
        <translation>批量大小除了两次</translation>
    </message>
    <message>
        <source>the checkpoint belongs to another graph: its parameters are not these</source>
        <translation>检查点属于另一个图：它的参数与这里的不同</translation>
    </message>
    <message>
        <source>the contributions were multiplied</source>
        <translation>把各份贡献相乘了</translation>
    </message>
    <message>
        <source>the derivative of exp is taken to be 1</source>
        <translation>把 exp 的导数当成了 1</translation>
    </message>
    <message>
        <source>the division by the batch is forgotten</source>
        <translation>忘记了除以批量大小</translation>
    </message>
    <message>
        <source>the division by the batch was forgotten</source>
        <translation>忘了除以批量大小</translation>
    </message>
    <message>
        <source>the edge {ends}: {reason}</source>
        <translation>连线 {ends}：{reason}</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>结尾</translation>
    </message>
    <message>
        <source>the end is damaged</source>
        <translation>末尾已损坏</translation>
    </message>
    <message>
        <source>the examples are missing: the installation is incomplete</source>
        <translation>找不到示例：安装不完整</translation>
    </message>
    <message>
        <source>the exponent does not come down as a factor</source>
        <translation>指数没有降下来作为因子</translation>
    </message>
    <message>
        <source>the exponent must be a number</source>
        <translation>指数必须是数字</translation>
    </message>
    <message>
        <source>the factor 2 of a square is forgotten</source>
        <translation>忘记了平方的因子 2</translation>
    </message>
    <message>
        <source>the file has {count} groups; the limit is {limit}</source>
        <translation>文件有 {count} 个组；上限为 {limit}</translation>
    </message>
    <message>
        <source>the file has {count} nodes; the limit is {limit}</source>
        <translation>文件含有 {count} 个节点；上限为 {limit}</translation>
    </message>
    <message>
        <source>the file is not UTF-8 text</source>
        <translation>文件不是 UTF-8 文本</translation>
    </message>
    <message>
        <source>the file is too large; the limit is {limit} bytes</source>
        <translation>文件太大；上限为 {limit} 字节</translation>
    </message>
    <message>
        <source>the file says that it has format version {version}, but what stands in it does not fit that version</source>
        <translation>文件声称其格式版本为 {version}，但其内容与该版本不符</translation>
    </message>
    <message>
        <source>the first {n} of {all}</source>
        <translation>共 {all} 条，显示前 {n} 条</translation>
    </message>
    <message>
        <source>the formula has more than {limit} characters</source>
        <translation>公式超过 {limit} 个字符</translation>
    </message>
    <message>
        <source>the input “{name}” does not hold numbers</source>
        <translation>输入“{name}”不是数字</translation>
    </message>
    <message>
        <source>the input “{name}” has the shape {shape}, which is too large</source>
        <translation>输入“{name}”的形状 {shape} 太大</translation>
    </message>
    <message>
        <source>the inputs of a product are not swapped</source>
        <translation>乘积的两个输入没有交换</translation>
    </message>
    <message>
        <source>the inputs were taken the other way round</source>
        <translation>输入的顺序弄反了</translation>
    </message>
    <message>
        <source>the key “{key}” stands twice in one object</source>
        <translation>键“{key}”在同一个对象中出现了两次</translation>
    </message>
    <message>
        <source>the local derivative was forgotten</source>
        <translation>忘了局部导数</translation>
    </message>
    <message>
        <source>the loss has no value</source>
        <translation>损失没有值</translation>
    </message>
    <message>
        <source>the loss is {loss} at step {step}: {reason}; a smaller learning rate may help</source>
        <translation>第 {step} 步的损失为 {loss}：{reason}；减小学习率可能有帮助</translation>
    </message>
    <message>
        <source>the loss is {loss} at step {step}; a smaller learning rate may help</source>
        <translation>第 {step} 步的损失为 {loss}；减小学习率可能有帮助</translation>
    </message>
    <message>
        <source>the loss rose to {loss:.3g} at step {step}: the run diverges; try a smaller learning rate</source>
        <translation>第 {step} 步的损失升至 {loss:.3g}：训练发散；请减小学习率</translation>
    </message>
    <message>
        <source>the model has more than {limit} MB</source>
        <translation>模型超过 {limit} MB</translation>
    </message>
    <message>
        <source>the model has {n} nodes; at most {limit} can be read</source>
        <translation>模型有 {n} 个节点；最多可读取 {limit} 个</translation>
    </message>
    <message>
        <source>the model is empty</source>
        <translation>模型是空的</translation>
    </message>
    <message>
        <source>the model keeps numbers in other files; save it as one file</source>
        <translation>模型把数字存在其他文件里；请存成单个文件</translation>
    </message>
    <message>
        <source>the node “{name}” ({op}): {reason}</source>
        <translation>节点“{name}”（{op}）：{reason}</translation>
    </message>
    <message>
        <source>the node “{name}”: there is no like of ONNX's {op} here</source>
        <translation>节点“{name}”：这里没有与 ONNX 的 {op} 对应的节点</translation>
    </message>
    <message>
        <source>the number is too large for float64</source>
        <translation>这个数超出了 float64 的范围</translation>
    </message>
    <message>
        <source>the number that is asked for is not there any more: undo what has changed since the step began</source>
        <translation>所问的数已经不在图中：请撤销这一步开始以后的改动</translation>
    </message>
    <message>
        <source>the parameter “{node}” is not finite to begin with</source>
        <translation>参数“{node}”的初始值不是有限数</translation>
    </message>
    <message>
        <source>the predictions are not one row for each sample</source>
        <translation>预测不是每个样本一行</translation>
    </message>
    <message>
        <source>the predictions have no value</source>
        <translation>预测没有值</translation>
    </message>
    <message>
        <source>the rows of an array must have equal lengths</source>
        <translation>数组各行的长度必须相等</translation>
    </message>
    <message>
        <source>the rule of “{name}” is {rule}, g being the upstream gradient</source>
        <translation>“{name}”的规则是 {rule}，其中 g 是上游梯度</translation>
    </message>
    <message>
        <source>the same wherever the inputs stand</source>
        <translation>与输入的取值无关</translation>
    </message>
    <message>
        <source>the selected node</source>
        <translation>选中的节点</translation>
    </message>
    <message>
        <source>the shape of a packed array is a list of whole numbers</source>
        <translation>打包数组的 shape 必须是整数列表</translation>
    </message>
    <message>
        <source>the shape of its input is not known</source>
        <translation>不知道其输入的形状</translation>
    </message>
    <message>
        <source>the shape {shape} has more than {limit} entries</source>
        <translation>形状 {shape} 的元素超过 {limit} 个</translation>
    </message>
    <message>
        <source>the share to test on is {share}; it must be from 0 to below 1</source>
        <translation>测试所占的份额是 {share}；它必须不小于 0 且小于 1</translation>
    </message>
    <message>
        <source>the sigmoid's derivative is taken to be its output</source>
        <translation>把 sigmoid 的导数当成了它的输出</translation>
    </message>
    <message>
        <source>the sign is lost in a difference</source>
        <translation>减法中丢了负号</translation>
    </message>
    <message>
        <source>the sign is lost in a negation</source>
        <translation>取负时丢了负号</translation>
    </message>
    <message>
        <source>the sign is lost in a quotient</source>
        <translation>除法中丢了负号</translation>
    </message>
    <message>
        <source>the sign is lost in a reciprocal</source>
        <translation>倒数中丢了负号</translation>
    </message>
    <message>
        <source>the sign was lost</source>
        <translation>丢了负号</translation>
    </message>
    <message>
        <source>the square is missing in the derivative of tanh</source>
        <translation>tanh 的导数里少了平方</translation>
    </message>
    <message>
        <source>the target can't be removed on its own</source>
        <translation>不能单独移除求导目标</translation>
    </message>
    <message>
        <source>the target of the graph</source>
        <translation>计算图的目标</translation>
    </message>
    <message>
        <source>the targets of {file} are no numbers</source>
        <translation>{file} 的目标不是数值</translation>
    </message>
    <message>
        <source>the upstream gradient is ones, in the shape {shape}</source>
        <translation>上游梯度为形状 {shape} 的全 1 数组</translation>
    </message>
    <message>
        <source>the upstream gradient was forgotten</source>
        <translation>忘了上游梯度</translation>
    </message>
    <message>
        <source>the wire has no name in it</source>
        <translation>公式中没有代表这条连线的名称</translation>
    </message>
    <message>
        <source>there is a bookmark {number} already</source>
        <translation>已经有编号为 {number} 的书签</translation>
    </message>
    <message>
        <source>there is a group named “{name}” already</source>
        <translation>已有名为“{name}”的组</translation>
    </message>
    <message>
        <source>there is a group with the id “{id}” already</source>
        <translation>已有 id 为“{id}”的组</translation>
    </message>
    <message>
        <source>there is a node named “{name}” already</source>
        <translation>已有名为“{name}”的节点</translation>
    </message>
    <message>
        <source>there is a node with the id “{id}” already</source>
        <translation>已有 id 为“{id}”的节点</translation>
    </message>
    <message>
        <source>there is a note with the id “{id}” already</source>
        <translation>已经有编号为“{id}”的注释</translation>
    </message>
    <message>
        <source>there is no bookmark {number}</source>
        <translation>没有编号为 {number} 的书签</translation>
    </message>
    <message>
        <source>there is no command “{name}”</source>
        <translation>没有命令“{name}”</translation>
    </message>
    <message>
        <source>there is no data set “{name}”; there are: {names}</source>
        <translation>没有数据集“{name}”；可用的有：{names}</translation>
    </message>
    <message>
        <source>there is no example “{name}”; there are: {names}</source>
        <translation>没有示例“{name}”；现有：{names}</translation>
    </message>
    <message>
        <source>there is no export “{name}”; there are: {names}</source>
        <translation>没有导出形式“{name}”；可用的有：{names}</translation>
    </message>
    <message>
        <source>there is no file {file} beside the document</source>
        <translation>文档旁没有文件 {file}</translation>
    </message>
    <message>
        <source>there is no function “{name}” of {n} numbers</source>
        <translation>没有接受 {n} 个数的函数“{name}”</translation>
    </message>
    <message>
        <source>there is no function “{name}”; there are: {names}</source>
        <translation>没有函数“{name}”；可用的有：{names}</translation>
    </message>
    <message>
        <source>there is no loss to train on: no node computes anything</source>
        <translation>没有可训练的损失：没有节点进行计算</translation>
    </message>
    <message>
        <source>there is no node named “{name}”; there are: {names}</source>
        <translation>没有名为“{name}”的节点；现有：{names}</translation>
    </message>
    <message>
        <source>there is no node “{node}”</source>
        <translation>没有节点“{node}”</translation>
    </message>
    <message>
        <source>there is no node “{node}” any more that could take its trained value</source>
        <translation>节点“{node}”已不存在，无法写入训练后的值</translation>
    </message>
    <message>
        <source>there is no note “{note}”</source>
        <translation>没有编号为“{note}”的注释</translation>
    </message>
    <message>
        <source>there is no optimizer “{name}”; there are: {names}</source>
        <translation>没有优化器“{name}”；可用的有：{names}</translation>
    </message>
    <message>
        <source>there is no parameter “{name}”</source>
        <translation>没有名为“{name}”的参数</translation>
    </message>
    <message>
        <source>there is no such wire</source>
        <translation>没有这条连线</translation>
    </message>
    <message>
        <source>there is no training setting “{name}”</source>
        <translation>没有训练设置“{name}”</translation>
    </message>
    <message>
        <source>there is no “{name}” here; there are: {names}</source>
        <translation>这里没有“{name}”；可用的有：{names}</translation>
    </message>
    <message>
        <source>there is nothing to differentiate: no node that computes something has a value</source>
        <translation>没有可求导的内容：没有任何运算节点有值</translation>
    </message>
    <message>
        <source>there is nothing to draw: the canvas is empty</source>
        <translation>没有可画的内容：画布是空的</translation>
    </message>
    <message>
        <source>there is nothing to export: no node computes a value</source>
        <translation>没有可导出的内容：没有节点算出数值</translation>
    </message>
    <message>
        <source>there is nothing to train: no parameter feeds “{node}”</source>
        <translation>没有可训练的内容：没有参数通向“{node}”</translation>
    </message>
    <message>
        <source>third arm</source>
        <translation>第三臂</translation>
    </message>
    <message>
        <source>this entry of the input does not go into that one</source>
        <translation>输入的这一元素不参与那一元素的计算</translation>
    </message>
    <message>
        <source>this file has format version {found}, but this Gradcanvas reads up to {known}; update it to open the file</source>
        <translation>该文件的格式版本为 {found}，而当前的 Gradcanvas 最高只能读取版本 {known}；请更新程序后再打开</translation>
    </message>
    <message>
        <source>this is JSON, but not a Gradcanvas file: it must be an object in { }</source>
        <translation>这是 JSON，但不是 Gradcanvas 文件：它必须是写在 { } 中的对象</translation>
    </message>
    <message>
        <source>this is no edit: {reason}</source>
        <translation>这不是一次编辑：{reason}</translation>
    </message>
    <message>
        <source>this is no journal of Gradcanvas, or its beginning is lost</source>
        <translation>这不是 Gradcanvas 的日志，或其开头已丢失</translation>
    </message>
    <message>
        <source>this is not JSON: {reason} at column {column}</source>
        <translation>这不是合法的 JSON：第 {column} 列，{reason}</translation>
    </message>
    <message>
        <source>this is not a Gradcanvas file: "format" must be "{format}"</source>
        <translation>这不是 Gradcanvas 文件："format" 必须为 "{format}"</translation>
    </message>
    <message>
        <source>this is not an ONNX model: {reason}</source>
        <translation>这不是 ONNX 模型：{reason}</translation>
    </message>
    <message>
        <source>this journal was written by another version of Gradcanvas</source>
        <translation>此日志由另一版本的 Gradcanvas 写成</translation>
    </message>
    <message>
        <source>through {node}</source>
        <translation>经过 {node}</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>together</source>
        <translation>同时</translation>
    </message>
    <message>
        <source>too many columns from data files; the limit is {limit}</source>
        <translation>来自数据文件的列过多；上限为 {limit}</translation>
    </message>
    <message>
        <source>too many numbers to draw; the limit is {limit}</source>
        <translation>要抽取的数太多；上限是 {limit}</translation>
    </message>
    <message>
        <source>too many to add up one by one; reverse mode adds them up as it goes</source>
        <translation>路径太多，无法逐条相加；反向模式在传播时就把它们加在一起</translation>
    </message>
    <message>
        <source>top</source>
        <translation>上</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>training acc.</source>
        <translation>训练准确率</translation>
    </message>
    <message>
        <source>training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>training rows</source>
        <translation>训练集</translation>
    </message>
    <message>
        <source>training: "settings" must be an object</source>
        <translation>训练："settings" 必须是对象</translation>
    </message>
    <message>
        <source>training: a parameter stands twice in the order</source>
        <translation>训练：顺序中有参数出现两次</translation>
    </message>
    <message>
        <source>training: order must be a list of the ids of nodes</source>
        <translation>训练：order 必须是节点 id 的列表</translation>
    </message>
    <message>
        <source>training: {reason}</source>
        <translation>训练：{reason}</translation>
    </message>
    <message>
        <source>transpose</source>
        <translation>转置</translation>
    </message>
    <message>
        <source>true</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>two moons</source>
        <translation>双月</translation>
    </message>
    <message>
        <source>two-layer network</source>
        <translation>两层网络</translation>
    </message>
    <message>
        <source>uniform</source>
        <translation>均匀</translation>
    </message>
    <message>
        <source>unit {n}: norm {norm}</source>
        <translation>单元 {n}：范数 {norm}</translation>
    </message>
    <message>
        <source>unknown op “{key}”</source>
        <translation>未知运算“{key}”</translation>
    </message>
    <message>
        <source>unknown op “{key}”; did you mean “{near}”?</source>
        <translation>未知运算“{key}”；是否想用“{near}”？</translation>
    </message>
    <message>
        <source>until stopped</source>
        <translation>直到停止</translation>
    </message>
    <message>
        <source>update</source>
        <translation>更新方式</translation>
    </message>
    <message>
        <source>upper</source>
        <translation>上</translation>
    </message>
    <message>
        <source>upstream</source>
        <translation>上游梯度</translation>
    </message>
    <message>
        <source>upstream × local = g × ({rule})</source>
        <translation>上游梯度 × 局部导数 = g × ({rule})</translation>
    </message>
    <message>
        <source>upstream × local = {numbers}</source>
        <translation>上游梯度 × 局部导数 = {numbers}</translation>
    </message>
    <message>
        <source>upstream × local, and the local derivative of “{name}” by its input {port} is {rule}</source>
        <translation>上游 × 局部，其中“{name}”对输入 {port} 的局部导数是 {rule}</translation>
    </message>
    <message>
        <source>utf-16</source>
        <translation>utf-16</translation>
    </message>
    <message>
        <source>utf-8</source>
        <translation>utf-8</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>value {value}</source>
        <translation>值 {value}</translation>
    </message>
    <message>
        <source>values differ by {value}, gradients by {gradient}</source>
        <translation>值相差 {value}，梯度相差 {gradient}</translation>
    </message>
    <message>
        <source>variable</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation>预热步数</translation>
    </message>
    <message>
        <source>warm_up</source>
        <translation>预热步数</translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>weight_decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>weights of classes have no like here</source>
        <translation>这里不支持类别权重</translation>
    </message>
    <message>
        <source>what comes back along this path alone, when ones arrive at its end</source>
        <translation>终点处传入全 1 时，只沿这一条路径传回来的量</translation>
    </message>
    <message>
        <source>what sets it apart</source>
        <translation>不同之处</translation>
    </message>
    <message>
        <source>which of {names} is the wire?</source>
        <translation>{names} 中哪一个是这条连线？</translation>
    </message>
    <message>
        <source>whole numbers</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>whole numbers, at most one of them −1</source>
        <translation>整数，最多一个为 −1</translation>
    </message>
    <message>
        <source>whole numbers, or nothing for all axes</source>
        <translation>整数，留空表示所有轴</translation>
    </message>
    <message>
        <source>wire</source>
        <translation>连线</translation>
    </message>
    <message>
        <source>wires</source>
        <translation>连线</translation>
    </message>
    <message>
        <source>with its groups collapsed that would make a cycle: {loop}</source>
        <translation>组折叠后会形成环：{loop}</translation>
    </message>
    <message>
        <source>with its value the graph would take more than {limit} multiplications</source>
        <translation>加上它的值，此图将需要超过 {limit} 次乘法</translation>
    </message>
    <message>
        <source>with {facts}</source>
        <translation>其中 {facts}</translation>
    </message>
    <message>
        <source>worst at</source>
        <translation>最差元素</translation>
    </message>
    <message>
        <source>x &gt; 0, unless n is a whole number that suits it</source>
        <translation>x &gt; 0，除非 n 是适用于该 x 的整数</translation>
    </message>
    <message>
        <source>x is a scalar, but affine needs a vector or a batch of vectors</source>
        <translation>x 是标量，但仿射运算需要一个向量或一批向量</translation>
    </message>
    <message>
        <source>x is {x} but W is {W}; their inner sizes {inner} and {other} must match</source>
        <translation>x 为 {x}，而 W 为 {W}；相邻的两维 {inner} 与 {other} 必须相等</translation>
    </message>
    <message>
        <source>x is {x} but W is {W}; their inner sizes {size} and {inner} must match</source>
        <translation>x 为 {x}，而 W 为 {W}；相邻的两维 {size} 与 {inner} 必须相等</translation>
    </message>
    <message>
        <source>x is {x} but W is {W}; their leading sizes don't broadcast</source>
        <translation>x 为 {x}，而 W 为 {W}；前面各维无法广播</translation>
    </message>
    <message>
        <source>x is {x} with {entries} entries, which don't fill {shape}</source>
        <translation>x 的形状为 {x}，共 {entries} 个元素，无法填满 {shape}</translation>
    </message>
    <message>
        <source>x is {x}, but batch normalization needs (batch, channels) or more axes</source>
        <translation>x 的形状为 {x}，但批归一化需要（批量, 通道）或更多的轴</translation>
    </message>
    <message>
        <source>x is {x}, but scores need at least one class on their last axis</source>
        <translation>x 为 {x}，但得分的最后一个轴上至少要有一个类别</translation>
    </message>
    <message>
        <source>x is {x}, but softmax needs at least one score on the last axis</source>
        <translation>x 的形状为 {x}，但 softmax 的最后一个轴上至少要有一个得分</translation>
    </message>
    <message>
        <source>x is {x}; an empty axis has no largest entry</source>
        <translation>x 的形状为 {x}；空轴没有最大元素</translation>
    </message>
    <message>
        <source>xavier_normal</source>
        <translation>Xavier 正态</translation>
    </message>
    <message>
        <source>xavier_uniform</source>
        <translation>Xavier 均匀</translation>
    </message>
    <message>
        <source>y = x·W + b on points scattered around y = 2x + 1: training brings W near 2 and b near 1.</source>
        <translation>y = x·W + b，数据点散布在 y = 2x + 1 附近：训练使 W 接近 2，b 接近 1。</translation>
    </message>
    <message>
        <source>y &gt; 0 where t is not 0</source>
        <translation>在 t 不为 0 处 y &gt; 0</translation>
    </message>
    <message>
        <source>z = (x + y)²</source>
        <translation>z = (x + y)²</translation>
    </message>
    <message>
        <source>zeros</source>
        <translation>零的个数</translation>
    </message>
    <message>
        <source>{about} {rows}.</source>
        <translation>{about} {rows}。</translation>
    </message>
    <message>
        <source>{choices}</source>
        <translation>{choices}</translation>
    </message>
    <message>
        <source>{count} of {of} {right} are taken for {taken} ({share} %)</source>
        <translation>{of} 个 {right} 中有 {count} 个被当作 {taken}（{share} %）</translation>
    </message>
    <message>
        <source>{file} could not be read: {reason}</source>
        <translation>无法读取 {file}：{reason}</translation>
    </message>
    <message>
        <source>{file} does not fit in memory</source>
        <translation>{file} 超出内存</translation>
    </message>
    <message>
        <source>{file} has more than {limit} numbers; ask for fewer samples</source>
        <translation>{file} 的数值超过 {limit} 个；请减少样本数</translation>
    </message>
    <message>
        <source>{file} has no array “{name}”; it has {names}</source>
        <translation>{file} 没有数组“{name}”；它有 {names}</translation>
    </message>
    <message>
        <source>{file} has no column “{column}”; it has {names}</source>
        <translation>{file} 没有列“{column}”；它有 {names}</translation>
    </message>
    <message>
        <source>{file} has no rows</source>
        <translation>{file} 没有行</translation>
    </message>
    <message>
        <source>{file} has one column; a data set needs inputs and targets</source>
        <translation>{file} 只有一列；数据集需要输入和目标</translation>
    </message>
    <message>
        <source>{file} has {count} classes; the limit is {limit}; are these numbers to be met?</source>
        <translation>{file} 有 {count} 个类别；上限为 {limit}；这些是要拟合的数值吗？</translation>
    </message>
    <message>
        <source>{file} has {count} numbers; the limit is {limit}; ask for fewer samples</source>
        <translation>{file} 有 {count} 个数；上限为 {limit}；请减少样本数</translation>
    </message>
    <message>
        <source>{file} holds no class numbers</source>
        <translation>{file} 中没有类别编号</translation>
    </message>
    <message>
        <source>{file} holds something else than numbers</source>
        <translation>{file} 中的内容不是数值</translation>
    </message>
    <message>
        <source>{file} holds {images} and {labels} holds {numbers}; that is not images and their labels</source>
        <translation>{file} 为 {images}，{labels} 为 {numbers}；它们不是图像及其标签</translation>
    </message>
    <message>
        <source>{file} is damaged: it ends too soon</source>
        <translation>{file} 已损坏：提前结束</translation>
    </message>
    <message>
        <source>{file} is no data file that can be read: CSV, NPZ or IDX</source>
        <translation>{file} 不是可读的数据文件：CSV、NPZ 或 IDX</translation>
    </message>
    <message>
        <source>{file} is not a table: {reason}</source>
        <translation>{file} 不是表格：{reason}</translation>
    </message>
    <message>
        <source>{file} is not an NPZ file, or it is damaged</source>
        <translation>{file} 不是 NPZ 文件，或已损坏</translation>
    </message>
    <message>
        <source>{file} is not {encoding} text; choose another encoding</source>
        <translation>{file} 不是 {encoding} 文本；请选择其他编码</translation>
    </message>
    <message>
        <source>{file} is too large to be copied; put it beside the document</source>
        <translation>{file} 太大,无法复制;请把它放到文档旁边</translation>
    </message>
    <message>
        <source>{file} is too large; the limit is {limit} bytes</source>
        <translation>{file} 太大；上限为 {limit} 字节</translation>
    </message>
    <message>
        <source>{file}, line {line}</source>
        <translation>{file} 第 {line} 行</translation>
    </message>
    <message>
        <source>{file}, line {line}, column “{column}”: a value is missing</source>
        <translation>{file} 第 {line} 行，“{column}”列：缺少值</translation>
    </message>
    <message>
        <source>{file}, line {line}, column “{column}”: “{text}” is not a number</source>
        <translation>{file} 第 {line} 行，“{column}”列：“{text}”不是数</translation>
    </message>
    <message>
        <source>{file}, line {line}: {found} columns, but there should be {width}</source>
        <translation>{file} 第 {line} 行：有 {found} 列，应为 {width} 列</translation>
    </message>
    <message>
        <source>{file}: a data file must lie in the document's folder or below it</source>
        <translation>{file}：数据文件必须位于文档所在文件夹或其下</translation>
    </message>
    <message>
        <source>{file}: an IDX file of images needs one of labels beside it</source>
        <translation>{file}：IDX 图像文件需要配一个标签文件</translation>
    </message>
    <message>
        <source>{file}: inputs are {inputs} and targets {targets}; they need as many rows</source>
        <translation>{file}：输入为 {inputs}，目标为 {targets}；行数必须相同</translation>
    </message>
    <message>
        <source>{given} was given to start with, but “{node}” has the shape {shape}</source>
        <translation>给定的初始形状为 {given}，但“{node}”的形状为 {shape}</translation>
    </message>
    <message>
        <source>{given} was given, but “{node}” has the shape {shape}</source>
        <translation>给定的是 {given}，但“{node}”的形状是 {shape}</translation>
    </message>
    <message>
        <source>{hits} of {of} right ({share} %)</source>
        <translation>{of} 个中 {hits} 个正确（{share} %）</translation>
    </message>
    <message>
        <source>{kind} can't be exported: ONNX has no counterpart for it</source>
        <translation>{kind} 无法导出：ONNX 中没有对应的运算</translation>
    </message>
    <message>
        <source>{kind} can't be exported: PyTorch has no counterpart for it</source>
        <translation>{kind} 无法导出：PyTorch 中没有对应的运算</translation>
    </message>
    <message>
        <source>{kind} can't be exported: it has no layer class yet</source>
        <translation>{kind} 无法导出：还没有它的层类</translation>
    </message>
    <message>
        <source>{kind} computes its value; it can't be given one</source>
        <translation>“{kind}”的值是计算得出的，不能直接赋值</translation>
    </message>
    <message>
        <source>{kind} has no attribute “{name}”</source>
        <translation>“{kind}”没有属性“{name}”</translation>
    </message>
    <message>
        <source>{kind} has no input “{port}”; it has {ports}</source>
        <translation>“{kind}”没有输入“{port}”；它的输入有 {ports}</translation>
    </message>
    <message>
        <source>{kind} has no place in a formula of scalars</source>
        <translation>{kind}不能出现在标量公式中</translation>
    </message>
    <message>
        <source>{kind} is not available on PyTorch</source>
        <translation>PyTorch 不支持{kind}</translation>
    </message>
    <message>
        <source>{kind} is not made of simpler nodes</source>
        <translation>{kind}不是由更简单的节点组成的</translation>
    </message>
    <message>
        <source>{kind} “{name}”</source>
        <translation>{kind}“{name}”</translation>
    </message>
    <message>
        <source>{kind}: its value comes from a data set; it can't be given one</source>
        <translation>{kind}：它的值来自数据集，不能另外给定</translation>
    </message>
    <message>
        <source>{kind}: {reason}</source>
        <translation>{kind}：{reason}</translation>
    </message>
    <message>
        <source>{left} meets {right}: their products add up</source>
        <translation>{left} 与 {right} 对应相乘再相加</translation>
    </message>
    <message>
        <source>{low} to {high}: {n}</source>
        <translation>{low} 到 {high}：{n} 个</translation>
    </message>
    <message>
        <source>{name} (standardised)</source>
        <translation>{name}（标准化）</translation>
    </message>
    <message>
        <source>{name} = ?</source>
        <translation>{name} = ?</translation>
    </message>
    <message>
        <source>{name} = {formula}</source>
        <translation>{name} = {formula}</translation>
    </message>
    <message>
        <source>{name} = {formula} = {numbers} = {value}</source>
        <translation>{name} = {formula} = {numbers} = {value}</translation>
    </message>
    <message>
        <source>{name} = {value}</source>
        <translation>{name} = {value}</translation>
    </message>
    <message>
        <source>{name} = {value} has no like here</source>
        <translation>这里不支持 {name} = {value}</translation>
    </message>
    <message>
        <source>{name} can't be read any more. The graph is still here.</source>
        <translation>无法再读取 {name}。图仍在此处。</translation>
    </message>
    <message>
        <source>{name} does not depend on it</source>
        <translation>{name} 不依赖于它</translation>
    </message>
    <message>
        <source>{name} has the older format {older}. Saving writes format {version} and keeps the old file beside it.</source>
        <translation>{name} 采用较旧的格式 {older}。保存时将写成格式 {version}，旧文件会保留在旁边。</translation>
    </message>
    <message>
        <source>{name} is no longer there: it was removed or renamed.</source>
        <translation>{name} 已不存在：它被删除或改名了。</translation>
    </message>
    <message>
        <source>{name} is open in another window as well.</source>
        <translation>{name} 也在另一个窗口中打开。</translation>
    </message>
    <message>
        <source>{name} is {value}; expected {expected}</source>
        <translation>{name} 为 {value}；应为 {expected}</translation>
    </message>
    <message>
        <source>{name} takes {wanted} arguments, not {found}</source>
        <translation>{name} 需要 {wanted} 个参数，而不是 {found} 个</translation>
    </message>
    <message>
        <source>{name} was changed by another program.</source>
        <translation>{name} 已被其他程序更改。</translation>
    </message>
    <message>
        <source>{name} was changed by another program: choose what to keep first.</source>
        <translation>{name} 已被其他程序更改：请先选择保留哪一份。</translation>
    </message>
    <message>
        <source>{name} was not saved when Gradcanvas ended.</source>
        <translation>Gradcanvas 结束时，{name} 尚未保存。</translation>
    </message>
    <message>
        <source>{name} was reloaded.</source>
        <translation>{name} 已重新载入。</translation>
    </message>
    <message>
        <source>{name} ← {before} − {delta} = {after}</source>
        <translation>{name} ← {before} − {delta} = {after}</translation>
    </message>
    <message>
        <source>{name}, {kind}</source>
        <translation>{name}，{kind}</translation>
    </message>
    <message>
        <source>{name}: {column}</source>
        <translation>{name}:{column}</translation>
    </message>
    <message>
        <source>{name}: {here} → {there}, a step of {step}</source>
        <translation>{name}：{here} → {there}，步长 {step}</translation>
    </message>
    <message>
        <source>{name}: {reason}</source>
        <translation>{name}：{reason}</translation>
    </message>
    <message>
        <source>{nodes} nodes · {edges} wires · {numbers}</source>
        <translation>{nodes} 个节点 · {edges} 条连线 · {numbers}</translation>
    </message>
    <message>
        <source>{node} is dead: all that comes in is 0 or less, so nothing flows back through it</source>
        <translation>{node} 已死：所有输入都不大于 0，因此没有梯度能从它流回</translation>
    </message>
    <message>
        <source>{node} is saturated: where {x} comes in its slope is only {slope}</source>
        <translation>{node} 已饱和：输入为 {x} 处斜率只有 {slope}</translation>
    </message>
    <message>
        <source>{node}: {given} gives {result}{at}: the result leaves the range of numbers</source>
        <translation>{node}：{given} 得到 {result}{at}：结果超出数值范围</translation>
    </message>
    <message>
        <source>{node}: {given} gives {result}{at}; it needs {domain}</source>
        <translation>{node}：{given} 得到 {result}{at}；需要 {domain}</translation>
    </message>
    <message>
        <source>{node}: {reason}</source>
        <translation>{node}：{reason}</translation>
    </message>
    <message>
        <source>{number} is too large for float64; write "Infinity" if that is meant</source>
        <translation>{number} 超出 float64 的范围；若确实要表示无穷大，请写 "Infinity"</translation>
    </message>
    <message>
        <source>{number} is too large for float64; write inf if that is meant</source>
        <translation>{number} 超出 float64 的范围；如果要表示无穷大，请写 inf</translation>
    </message>
    <message>
        <source>{n} blocks of {high} × {wide} along the diagonal: entries depend on one another within a block only.</source>
        <translation>对角线上有 {n} 个 {high} × {wide} 的块：元素只在块内相互依赖。</translation>
    </message>
    <message>
        <source>{n} bytes, for programs to read</source>
        <translation>{n} 字节，供程序读取</translation>
    </message>
    <message>
        <source>{n} edits</source>
        <translation>{n} 次编辑</translation>
    </message>
    <message>
        <source>{n} h left</source>
        <translation>还剩 {n} 小时</translation>
    </message>
    <message>
        <source>{n} inputs: see the table</source>
        <translation>{n} 个输入:请看表格</translation>
    </message>
    <message>
        <source>{n} largest</source>
        <translation>最大的 {n} 条</translation>
    </message>
    <message>
        <source>{n} lines more</source>
        <translation>还有 {n} 行</translation>
    </message>
    <message>
        <source>{n} min left</source>
        <translation>还剩 {n} 分钟</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>另有 {n} 个</translation>
    </message>
    <message>
        <source>{n} nodes</source>
        <translation>{n} 个节点</translation>
    </message>
    <message>
        <source>{n} nodes selected</source>
        <translation>已选中 {n} 个节点</translation>
    </message>
    <message>
        <source>{n} numbers</source>
        <translation>{n} 个数</translation>
    </message>
    <message>
        <source>{n} of {all} answered · {first} at the first try · {hints} hints</source>
        <translation>已答 {n} / {all} · 一次答对 {first} · 提示 {hints}</translation>
    </message>
    <message>
        <source>{n} of {all} entries are not zero.</source>
        <translation>{all} 个元素中有 {n} 个不为零。</translation>
    </message>
    <message>
        <source>{n} of {all} multiplications</source>
        <translation>乘法 {n} / {all} 次</translation>
    </message>
    <message>
        <source>{n} of {all} part from central differences. Look first at {name}.</source>
        <translation>{all} 个导数中有 {n} 个与中心差分不符。请先看 {name}。</translation>
    </message>
    <message>
        <source>{n} of {all} units of {node} are dead: no row of this batch switches them on</source>
        <translation>{node} 的 {all} 个单元中有 {n} 个已死：这一批中没有一行能激活它们</translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation>{n} / {total}</translation>
    </message>
    <message>
        <source>{n} paths</source>
        <translation>{n} 条路径</translation>
    </message>
    <message>
        <source>{n} points</source>
        <translation>{n} 个点</translation>
    </message>
    <message>
        <source>{n} products more are told together</source>
        <translation>其余 {n} 项合并给出</translation>
    </message>
    <message>
        <source>{n} s left</source>
        <translation>还剩 {n} 秒</translation>
    </message>
    <message>
        <source>{n} samples</source>
        <translation>{n} 个样本</translation>
    </message>
    <message>
        <source>{n} samples; mini-batch {place} of {count} in epoch {epoch}</source>
        <translation>{n} 个样本；第 {epoch} 轮的小批量 {place}/{count}</translation>
    </message>
    <message>
        <source>{n} selected</source>
        <translation>已选择 {n} 项</translation>
    </message>
    <message>
        <source>{n} things keep this graph from learning well.</source>
        <translation>有 {n} 个问题妨碍这个图学习。</translation>
    </message>
    <message>
        <source>{n} to mend</source>
        <translation>{n} 处待修正</translation>
    </message>
    <message>
        <source>{n} wrong</source>
        <translation>{n} 个错误</translation>
    </message>
    <message>
        <source>{optimizer} has no setting “{name}”</source>
        <translation>{optimizer}没有设置“{name}”</translation>
    </message>
    <message>
        <source>{op}: {reason}</source>
        <translation>{op}：{reason}</translation>
    </message>
    <message>
        <source>{path} could not be read: {reason}</source>
        <translation>无法读取 {path}：{reason}</translation>
    </message>
    <message>
        <source>{path} could not be written: {reason}</source>
        <translation>无法写入 {path}：{reason}</translation>
    </message>
    <message>
        <source>{path} exists already; --force writes over it</source>
        <translation>{path} 已存在；--force 会覆盖它</translation>
    </message>
    <message>
        <source>{path} exists already; move it away first</source>
        <translation>{path} 已存在；请先移走</translation>
    </message>
    <message>
        <source>{path} is not a checkpoint, or it is damaged</source>
        <translation>{path} 不是检查点，或已损坏</translation>
    </message>
    <message>
        <source>{path} is the graph itself; give the export another name</source>
        <translation>{path} 就是计算图本身；请给导出文件另起一个名字</translation>
    </message>
    <message>
        <source>{path} is too large for a checkpoint</source>
        <translation>{path} 作为检查点太大</translation>
    </message>
    <message>
        <source>{path} was written by a newer Gradcanvas; update this one to go on</source>
        <translation>{path} 由更新版本的 Gradcanvas 写成；请更新后继续</translation>
    </message>
    <message>
        <source>{path}: its name must end in one of {endings}</source>
        <translation>{path}：文件名必须以下列之一结尾：{endings}</translation>
    </message>
    <message>
        <source>{port} is a scalar, but dot needs vectors or matrices; use multiply for scalars</source>
        <translation>{port} 是标量，但矩阵乘积需要向量或矩阵；标量请用乘法</translation>
    </message>
    <message>
        <source>{port} is {found} but x is {x}; {port} must be ({channels},)</source>
        <translation>{port} 的形状为 {found}，而 x 为 {x}；{port} 必须是 ({channels},)</translation>
    </message>
    <message>
        <source>{port} of “{node}” is wired already</source>
        <translation>“{node}”的 {port} 已有连线</translation>
    </message>
    <message>
        <source>{right}: {count} of {of} are predicted right ({share} %)</source>
        <translation>{right}：{of} 个中 {count} 个预测正确（{share} %）</translation>
    </message>
    <message>
        <source>{rows} rows of {classes} classes are too many to be written out; ask for fewer samples</source>
        <translation>{rows} 行、{classes} 个类别，过多而无法展开；请减少样本数</translation>
    </message>
    <message>
        <source>{rows} × {columns} is more than can be drawn; this is what each costs.</source>
        <translation>{rows} × {columns} 太大，画不下；这里是两种模式各自的代价。</translation>
    </message>
    <message>
        <source>{rows} × {columns} is too large to draw entry by entry: a cell stands for up to {tall} × {wide} of them and shows the largest.</source>
        <translation>{rows} × {columns} 太大，无法逐个元素画出：一格代表最多 {tall} × {wide} 个元素，显示其中最大的。</translation>
    </message>
    <message>
        <source>{rows} × {columns} matrix</source>
        <translation>{rows} × {columns} 矩阵</translation>
    </message>
    <message>
        <source>{rule}</source>
        <translation>{rule}</translation>
    </message>
    <message>
        <source>{run}, step {n}</source>
        <translation>{run}，第 {n} 步</translation>
    </message>
    <message>
        <source>{shapes} don't broadcast: counted from the right, sizes must be equal or 1</source>
        <translation>{shapes} 无法广播：从右往左数，各维大小须相等或为 1</translation>
    </message>
    <message>
        <source>{shape}, from {low} to {high}</source>
        <translation>{shape}，从 {low} 到 {high}</translation>
    </message>
    <message>
        <source>{size} apart</source>
        <translation>相差 {size}</translation>
    </message>
    <message>
        <source>{source} → {target}, input {port}</source>
        <translation>{source} → {target}，输入端口 {port}</translation>
    </message>
    <message>
        <source>{text}, gradient {gradient}</source>
        <translation>{text}，梯度 {gradient}</translation>
    </message>
    <message>
        <source>{text}, tangent {tangent}</source>
        <translation>{text}，切线值 {tangent}</translation>
    </message>
    <message>
        <source>{text}, value {value}</source>
        <translation>{text}，值 {value}</translation>
    </message>
    <message>
        <source>{there} instead of {here}</source>
        <translation>{there}，原来是 {here}</translation>
    </message>
    <message>
        <source>{title}: {nodes} nodes, {edges} wires</source>
        <translation>{title}：{nodes} 个节点，{edges} 条连线</translation>
    </message>
    <message>
        <source>{value} is not a number or an array of numbers</source>
        <translation>{value} 不是数，也不是由数组成的数组</translation>
    </message>
    <message>
        <source>{value} stands where a number belongs</source>
        <translation>此处应为数，却写着 {value}</translation>
    </message>
    <message>
        <source>{value} stands where a text belongs</source>
        <translation>应为文本的地方是 {value}</translation>
    </message>
    <message>
        <source>{what} from {least} to {most}</source>
        <translation>{what}，从 {least} 到 {most}</translation>
    </message>
    <message>
        <source>{what}, at least {least}</source>
        <translation>{what}，至少为 {least}</translation>
    </message>
    <message>
        <source>{what}, axis {n}</source>
        <translation>{what}，第 {n} 轴</translation>
    </message>
    <message>
        <source>{what}: pick on the canvas</source>
        <translation>{what}：在画布上点选</translation>
    </message>
    <message>
        <source>{what}; uses {names}</source>
        <translation>{what}；使用 {names}</translation>
    </message>
    <message>
        <source>{where} has the key “{key}”, which this version does not know</source>
        <translation>{where} 含有键“{key}”，当前版本不认识</translation>
    </message>
    <message>
        <source>{where} must be an object with "from", "to" and "port" in quotes</source>
        <translation>{where} 必须是一个对象，含有带引号的 "from"、"to" 和 "port"</translation>
    </message>
    <message>
        <source>{where} must be an object with a whole "number"</source>
        <translation>{where} 必须是含有整数 "number" 的对象</translation>
    </message>
    <message>
        <source>{where} must be an object with an "id" in quotes</source>
        <translation>{where} 必须是一个对象，含有带引号的 "id"</translation>
    </message>
    <message>
        <source>{where}: text must stand in quotes</source>
        <translation>{where}：文本必须写在引号中</translation>
    </message>
    <message>
        <source>{where}: {reason}</source>
        <translation>{where}：{reason}</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} 像素</translation>
    </message>
    <message>
        <source>½(y − t)² summed over the outputs and averaged over the batch; (y − t) / batch flows back.</source>
        <translation>½(y − t)² 对输出求和、在小批量上取平均；反向传回 (y − t) / 批大小。</translation>
    </message>
    <message>
        <source>½λ Σ W²: keeps weights small; λW flows back.</source>
        <translation>½λ Σ W²：使权重保持较小；反向传回 λW。</translation>
    </message>
    <message>
        <source>“{colour}” is no colour of a note; there are: {known}</source>
        <translation>注释没有“{colour}”这种颜色；可用的有：{known}</translation>
    </message>
    <message>
        <source>“{found}” does not belong here</source>
        <translation>这里不应出现“{found}”</translation>
    </message>
    <message>
        <source>“{group}” can't lie in itself</source>
        <translation>“{group}”不能位于自身之中</translation>
    </message>
    <message>
        <source>“{group}” is not the structure of a single op</source>
        <translation>“{group}”不是单个运算的结构</translation>
    </message>
    <message>
        <source>“{group}” is only partly selected; select all of it, or only nodes in it</source>
        <translation>“{group}”只选中了一部分；请全部选中，或只选其中的节点</translation>
    </message>
    <message>
        <source>“{group}” lies in a group that is not there: {parent}</source>
        <translation>“{group}”所在的组不存在：{parent}</translation>
    </message>
    <message>
        <source>“{group}” names a port of “{node}”, which is not in it, or gives it no name</source>
        <translation>“{group}”为“{node}”的端口命名，但该节点不在组中，或名称为空</translation>
    </message>
    <message>
        <source>“{group}” would make a cycle when it is collapsed: {loop}</source>
        <translation>“{group}”折叠后会形成环：{loop}</translation>
    </message>
    <message>
        <source>“{kind}” is no kind of note; there are: {known}</source>
        <translation>没有名为“{kind}”的注释种类；可用的有：{known}</translation>
    </message>
    <message>
        <source>“{letter}” can't be read</source>
        <translation>无法读取“{letter}”</translation>
    </message>
    <message>
        <source>“{name}” does not hold numbers</source>
        <translation>“{name}”不是数字</translation>
    </message>
    <message>
        <source>“{name}” holds {n} numbers, too many to type</source>
        <translation>“{name}”含有 {n} 个数，太多了，无法直接输入</translation>
    </message>
    <message>
        <source>“{name}” is fed by {names}: which of them should go on is not clear</source>
        <translation>“{name}”的输入有 {names}，无法确定由哪一个接续</translation>
    </message>
    <message>
        <source>“{name}” is not known yet</source>
        <translation>“{name}”还不知道</translation>
    </message>
    <message>
        <source>“{name}” is remembered</source>
        <translation>已记住“{name}”</translation>
    </message>
    <message>
        <source>“{name}” is remembered; Ctrl+{number} comes back</source>
        <translation>已记住“{name}”；按 Ctrl+{number} 返回</translation>
    </message>
    <message>
        <source>“{name}” must be a number of the model, not computed</source>
        <translation>“{name}”必须是模型中的数字，而不是算出来的</translation>
    </message>
    <message>
        <source>“{name}” takes its value from a data set; the inspector has its settings</source>
        <translation>“{name}” 的值来自数据集；在检查器中设置</translation>
    </message>
    <message>
        <source>“{name}”: its numbers can't be read ({reason})</source>
        <translation>“{name}”：无法读取其中的数字（{reason}）</translation>
    </message>
    <message>
        <source>“{node}” can't be in two groups, “{first}” and “{second}”</source>
        <translation>“{node}”不能同时属于两个组：“{first}”和“{second}”</translation>
    </message>
    <message>
        <source>“{node}” can't feed itself</source>
        <translation>“{node}”不能以自身为输入</translation>
    </message>
    <message>
        <source>“{node}” compares no predictions with a data column</source>
        <translation>“{node}” 没有把预测与数据列相比较</translation>
    </message>
    <message>
        <source>“{node}” computes its value; it can't be given one</source>
        <translation>“{node}”的值是计算得出的，不能直接赋值</translation>
    </message>
    <message>
        <source>“{node}” gives {scores} scores, but the data have {classes} classes</source>
        <translation>“{node}”给出 {scores} 个分数，但数据有 {classes} 个类别</translation>
    </message>
    <message>
        <source>“{node}” has no open port for parameters</source>
        <translation>“{node}”没有空闲的参数端口</translation>
    </message>
    <message>
        <source>“{node}” has no value</source>
        <translation>“{node}”没有值</translation>
    </message>
    <message>
        <source>“{node}” has no value, so it has no derivatives</source>
        <translation>“{node}”没有值，因此没有导数</translation>
    </message>
    <message>
        <source>“{node}” has no value, so nothing can be differentiated by it</source>
        <translation>“{node}”没有值，无法对它求导</translation>
    </message>
    <message>
        <source>“{node}” has no value, so nothing can be differentiated from it</source>
        <translation>“{node}”没有值，无法以它为求导目标</translation>
    </message>
    <message>
        <source>“{node}” has no weights of its own</source>
        <translation>“{node}”没有自己的权重</translation>
    </message>
    <message>
        <source>“{node}” has the shape {shape}, but training needs a single number: end in a loss, a sum or a mean</source>
        <translation>“{node}”的形状是 {shape}，但训练需要单个数：请以损失、求和或平均结尾</translation>
    </message>
    <message>
        <source>“{node}” has the shape {shape}; there is no element {element}</source>
        <translation>“{node}”的形状为 {shape}，没有元素 {element}</translation>
    </message>
    <message>
        <source>“{node}” holds a value and computes nothing</source>
        <translation>“{node}”只保存值，不做运算</translation>
    </message>
    <message>
        <source>“{node}” holds a value and has no inputs</source>
        <translation>“{node}”只保存值，没有输入</translation>
    </message>
    <message>
        <source>“{node}” holds {value} in row {row}, column {column}; training needs numbers</source>
        <translation>“{node}”第 {row} 行 {column} 列为 {value}；训练需要有限数值</translation>
    </message>
    <message>
        <source>“{node}” needs a wire into {port}</source>
        <translation>“{node}”的 {port} 还需要一条连线</translation>
    </message>
    <message>
        <source>“{node}” needs rows of numbers at x before its parameters have a shape</source>
        <translation>“{node}”的 x 需要先有成行的数，才能确定参数的形状</translation>
    </message>
    <message>
        <source>“{node}” still has wires</source>
        <translation>“{node}”还有连线</translation>
    </message>
    <message>
        <source>“{node}” takes its value from a data set</source>
        <translation>“{node}” 的值来自数据集</translation>
    </message>
    <message>
        <source>“{node}”: {reason}</source>
        <translation>“{node}”：{reason}</translation>
    </message>
    <message>
        <source>“{one}” has {rows} rows, but “{other}” has {others}: they can't belong to the same samples</source>
        <translation>“{one}”有 {rows} 行，而“{other}”有 {others} 行：它们不可能属于同一批样本</translation>
    </message>
    <message>
        <source>“{run}” has trained another graph, so the canvas can't show its rows.</source>
        <translation>“{run}” 训练的是另一张图，画布无法显示它的样本。</translation>
    </message>
    <message>
        <source>“{run}” predicts numbers, not classes: there is nothing to mix up.</source>
        <translation>“{run}” 预测的是数值而不是类别：没有可混淆的。</translation>
    </message>
    <message>
        <source>“{sign}” is missing here</source>
        <translation>这里缺少“{sign}”</translation>
    </message>
    <message>
        <source>“{source}” is an array: all its entries move by 1 together</source>
        <translation>“{source}”是数组：它的所有元素一起变动 1</translation>
    </message>
    <message>
        <source>“{target}” does not depend on “{node}”, so it never learns</source>
        <translation>“{target}”不依赖“{node}”，所以它永远学不到东西</translation>
    </message>
    <message>
        <source>“{target}” is an array: the pass starts with ones, so it differentiates the sum of its entries</source>
        <translation>“{target}”是数组：反向传播从全 1 开始，所以求导的是各元素之和</translation>
    </message>
    <message>
        <source>“{text}” could be {number} or {array}; write one of these</source>
        <translation>“{text}”可能是 {number} 或 {array}；请写成其中一种</translation>
    </message>
    <message>
        <source>“{text}” has no finite value</source>
        <translation>“{text}”没有有限的值</translation>
    </message>
    <message>
        <source>“{text}” is not a number; write 1.5, 1e-3, 1/2 or an array such as [1, 2, 3]</source>
        <translation>“{text}”不是数；请写成 1.5、1e-3、1/2 或数组如 [1, 2, 3]</translation>
    </message>
    <message>
        <source>… and {n} more</source>
        <translation>…还有 {n} 项</translation>
    </message>
    <message>
        <source>… or drag nodes from the palette onto the canvas and pull wires from port to port.</source>
        <translation>…或者从节点面板把节点拖到画布上，再在端口之间拉出连线。</translation>
    </message>
    <message>
        <source>← right</source>
        <translation>← 正确</translation>
    </message>
    <message>
        <source>∂ matrix</source>
        <translation>∂ 矩阵</translation>
    </message>
    <message>
        <source>∂z/∂t = 2t, and addition copies it to x and y.</source>
        <translation>∂z/∂t = 2t，加法把它原样传给 x 和 y。</translation>
    </message>
    <message>
        <source>∂{node}/∂{source} = local × tangent = {sum} = {result}</source>
        <translation>∂{node}/∂{source} = 局部导数 × 切向量 = {sum} = {result}</translation>
    </message>
    <message>
        <source>∂{node}/∂{source} = {result}</source>
        <translation>∂{node}/∂{source} = {result}</translation>
    </message>
    <message>
        <source>∂{source}/∂{source} = {result}: forward mode starts here</source>
        <translation>∂{source}/∂{source} = {result}: 前向模式从这里开始</translation>
    </message>
    <message>
        <source>∂{target}/∂{source} = ?</source>
        <translation>∂{target}/∂{source} = ?</translation>
    </message>
    <message>
        <source>∂{target}/∂{source} = {parts} = {total}: contributions add up</source>
        <translation>∂{target}/∂{source} = {parts} = {total}: 各路贡献相加</translation>
    </message>
    <message>
        <source>∂{target}/∂{source} = {product} = {gradient}</source>
        <translation>∂{target}/∂{source} = {product} = {gradient}</translation>
    </message>
    <message>
        <source>∂{target}/∂{source} in all = ?</source>
        <translation>∂{target}/∂{source} 合计 = ?</translation>
    </message>
    <message>
        <source>∂{target}/∂{source} through {through} = ?</source>
        <translation>∂{target}/∂{source} 经由 {through} = ?</translation>
    </message>
    <message>
        <source>∂{target}/∂{source} through {through}: {product} = {gradient}</source>
        <translation>∂{target}/∂{source}（经 {through}）: {product} = {gradient}</translation>
    </message>
    <message>
        <source>∂{target}/∂{target} = 1: the backward pass starts here</source>
        <translation>∂{target}/∂{target} = 1: 反向传播从这里开始</translation>
    </message>
    <message>
        <source>✓ the same Jacobian</source>
        <translation>✓ 同一个雅可比矩阵</translation>
    </message>
    <message>
        <source>✗ not the same</source>
        <translation>✗ 不相同</translation>
    </message>
</context>
</TS>
