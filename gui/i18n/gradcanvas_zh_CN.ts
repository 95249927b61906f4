<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>gradcanvas</name>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> at {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>"at" must be two numbers, [x, y]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>"attributes" must be an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>"op" must say which operation it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>"target" names {target}, but no node has that id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>"version" must be a whole number from 1 to {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>"{key}" must be a list in [ ]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--set {setting}: write NAME=VALUE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--set {setting}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fixed number, such as the 1 in x + 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fully connected layer: x·W + b, with W as (in, out) or, as in PyTorch's Linear, (out, in); b may be left open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small classifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value that training changes: a weight or a bias.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An affine layer and softmax with loss on a batch of five: (y − t) / 5 flows back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An empty canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An input whose value you choose; its gradient says how the target answers to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apple tax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apples and oranges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backward pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backward step {n} of {all}: {node}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a node or a wire to see its formula and its numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Derivatives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Derivatives flow backward from this node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference of two values: the second gets the upstream gradient with its sign turned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differentiate this node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Don't save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag nodes from the palette, then pull wires from port to port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to scrub through the forward and the backward pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each wire gets a row here: its value, its local derivative, and what flows back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit value or name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter, or double-click the node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward step {n} of {all}: {node}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four small steps beside the sigmoid node: the same value and the same gradient, y(1 − y).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Functions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How fast Play steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hyperbolic tangent: squashes any number into (−1, 1); its derivative is 1 − y².</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay the nodes out from left to right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Losses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrix product x·W, with NumPy's rules for vectors and stacks of matrices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No node is called that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to differentiate yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One divided by the value; its derivative is minus the square of its output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play or pause (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Play, or step with . and , to walk through both passes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product of two values: each one's local derivative is the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quotient of two values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rectifier: passes positive values and stops the rest; at 0 its derivative is 0 by convention.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the changes to {name} first?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save under another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sigmoid taken apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softmax and cross-entropy in one, averaged over the batch; t is one-hot rows (or probabilities) or class numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside Gradcanvas ({error}). The log has the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with an empty canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with an example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step back (,)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step forward (.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step forward to compute the first node.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum of two values: the upstream gradient passes to both unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard can't be pasted: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exponential function; it is its own derivative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The logistic curve: squashes any number into (0, 1); its derivative is y(1 − y).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The natural logarithm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The node whose derivatives flow backward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value raised to a fixed exponent n.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value with its sign turned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are lost otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidy up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the start (Shift+F5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two kinds of fruit and a tax: addition passes the gradient on, multiplication swaps it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W is {W}, but affine needs a matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is differentiated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What two apples cost with tax, and how the price answers to each number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wire a node that computes something.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a bare {word} is not JSON; write it in quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a node can't stand at {x:g}, {y:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a node needs a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number is too large for float64; write "Infinity" if that is meant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a packed array has too many numbers; the limit is {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a packed array needs dtype (float64 or float32), shape and base64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a packed array of shape {shape} needs {needed} bytes but has {found}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a {kind} has no attribute “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>affine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an array has at most {limit} axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>b is {b} but W is {W}; b must be ({outer},)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>b reaches e on two paths, so its two gradients add up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brackets are nested more than {limit} deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>derivatives of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>divide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>e = (a + b) × (b + 1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>g is the upstream gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in_out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its value of shape {shape} does not fit in memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>local</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>matrix of {shape}, not built</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>multiply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>negate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out_in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reciprocal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scalar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>softmax with loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>subtract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t holds {value}, but a class number is a whole number from 0 to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t is {t} but x is {x}; t must be {x} (one-hot) or {index} (class numbers)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tanh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>that would make a cycle: {loop}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the base64 of a packed array is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the edge {ends}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the examples are missing: the installation is incomplete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file has {count} nodes; the limit is {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is not UTF-8 text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is too large; the limit is {limit} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key “{key}” stands twice in one object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the rows of an array must have equal lengths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the shape of a packed array is a list of whole numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the target can't be removed on its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is a node named “{name}” already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is a node with the id “{id}” already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no example “{name}”; there are: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no node named “{name}”; there are: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no node “{node}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this file has format version {found}, but this Gradcanvas reads up to {known}; update it to open the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is JSON, but not a Gradcanvas file: it must be an object in { }</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not JSON: {reason} at column {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not a Gradcanvas file: "format" must be "{format}"</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown op “{key}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown op “{key}”; did you mean “{near}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upstream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upstream × local = g × ({rule})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upstream × local = {numbers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x &gt; 0, unless n is a whole number that suits it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x is a scalar, but affine needs a vector or a batch of vectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x is {x} but W is {W}; their inner sizes {inner} and {other} must match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x is {x} but W is {W}; their inner sizes {size} and {inner} must match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x is {x} but W is {W}; their leading sizes don't broadcast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x is {x}, but scores need at least one class on their last axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>z = (x + y)²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} computes its value; it can't be given one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} has no attribute “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} has no input “{port}”; it has {ports}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} = {formula} = {numbers} = {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} = {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} does not depend on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is {value}; expected {expected}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{nodes} nodes · {edges} wires · float64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{node}: {given} gives {result}{at}: the result leaves the range of numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{node}: {given} gives {result}{at}; it needs {domain}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{node}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} is too large for float64; write "Infinity" if that is meant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} nodes selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} to mend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} could not be read: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} could not be written: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} exists already; move it away first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{port} is a scalar, but dot needs vectors or matrices; use multiply for scalars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{port} of “{node}” is wired already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rule}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shapes} don't broadcast: counted from the right, sizes must be equal or 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} → {target}, input {port}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is not a number or an array of numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} stands where a number belongs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} has the key “{key}”, which this version does not know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} must be an object with "from", "to" and "port" in quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} must be an object with an "id" in quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}: a text has more than {limit} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}: a text holds half a character (a lone surrogate)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}: text must stand in quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{node}” can't feed itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{node}” computes its value; it can't be given one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{node}” has no value, so nothing can be differentiated by it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{node}” has no value, so nothing can be differentiated from it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{node}” holds a value and computes nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{node}” holds a value and has no inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{node}” needs a wire into {port}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{node}” still has wires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{target}” is an array: the pass starts with ones, so it differentiates the sum of its entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a number; write 1.5, 1e-3, or an array such as [1, 2, 3]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and {n} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… or drag nodes from the palette onto the canvas and pull wires from port to port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>∂z/∂t = 2t, and addition copies it to x and y.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>∂{target}/∂{source} = {parts} = {total}: contributions add up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>∂{target}/∂{source} = {product} = {gradient}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>∂{target}/∂{source} through {through}: {product} = {gradient}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>∂{target}/∂{target} = 1: the backward pass starts here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
