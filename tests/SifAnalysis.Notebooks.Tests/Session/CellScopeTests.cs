using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace SifAnalysis.Notebooks.Tests.Session;

/// <summary>What later cells see of earlier ones is what C# says, however often names are declared again.</summary>
public sealed class CellScopeTests : IAsyncDisposable
{
    private readonly Cells cells = new();

    [Theory]
    [InlineData("3", "var x = 1;", "x = 3;", "x")]
    [InlineData("two", "var x = 1;", "var x = \"two\";", "x")]
    [InlineData("7", "var x = 1;", "Func<int> read = () => x;", "x = 7;", "read()")]
    [InlineData("1 9", "var x = 1;", "Func<int> read = () => x;", "var x = 9;", "$\"{read()} {x}\"")]
    [InlineData("2 9", "var x = 1;", "Action add = () => x++; Func<int> read = () => x;", "var x = 9;", "add();", "$\"{read()} {x}\"")]
    [InlineData("4", "var x = 1;", "void Set(int value) { x = value; }", "Set(4);", "x")]
    [InlineData("5", "int n = 0; void Set(out int to) { to = 5; }", "Set(out n);", "n")]
    [InlineData("10", "int n = 6; ref int Slot() { return ref n; }", "Slot()++; Slot() += 3;", "n")]
    [InlineData("30", "const int Ten = 10;", "var x = Ten * 3;", "x")]
    [InlineData("3 4", "var (a, b) = (3, 4);", "$\"{a} {b}\"")]
    [InlineData("8", "int.TryParse(\"8\", out var parsed);", "parsed")]
    [InlineData("9", "object boxed = 9; if (boxed is int unboxed) { }", "unboxed")]
    [InlineData("12", "await Task.Yield(); var x = await Task.FromResult(12);", "x")]
    [InlineData("11", "async Task<int> Later() { await Task.Delay(1); return 11; }", "await Later()")]
    [InlineData("5", "System.Collections.Generic.List<int> list = [1, 2]; list.Add(5);", "list[^1]")]
    [InlineData("0 1", "var x = 1;", "var y = x - 1;", "var x = 1;", "$\"{y} {x}\"")]
    [InlineData("Int32", "dynamic d = 1;", "d.GetType().Name")]
    [InlineData("3", "static int s = 1; static void Up() => s++;", "Up(); Up();", "s")]
    [InlineData("2", "(int Left, int Right) pair = (1, 2);", "pair.Right")]
    [InlineData("True", "string? none = null;", "none is null")]
    [InlineData("7", "int Prop { get; set; } = 7;", "Prop")]
    public Task Variables(string expected, params string[] code) => CheckAsync(expected, code);

    [Theory]
    [InlineData("1 1 text", "int F(int x) => 1;", "string F(string x) => x;", "$\"{F(0)} {F(1)} {F(\"text\")}\"")]
    [InlineData("2", "int F(int x) => 1;", "int F(int x) => 2;", "F(0)")]
    [InlineData("1 2", "int F() => 1;", "int G() => F();", "int F() => 2;", "$\"{G()} {F()}\"")]
    [InlineData("5", "T Same<T>(T value) where T : struct => value;", "Same(5)")]
    [InlineData("text 5", "string F<T>(T value) => \"one\";", "string F<T>(T value) => $\"{value}\";", "$\"{F(\"text\")} {F(5)}\"")]
    [InlineData("3", "int Sum(params int[] all) => all.Sum();", "Sum(1, 2)")]
    [InlineData("8", "int Add(int a, int b = 5) => a + b;", "Add(b: 6, a: 2)")]
    [InlineData("120", "int Fac(int n) => n < 2 ? 1 : n * Fac(n - 1);", "Fac(5)")]
    [InlineData("1 5", "int F(int x) => 1;", "var F = 5;", "$\"{F(0)} {F}\"")]
    [InlineData("4", "var F = 5;", "int F(int x) => 4;", "F(0)")]
    [InlineData("7", "Func<int> f = () => 7;", "var f = 3;", "f()")]
    [InlineData("6", "var f = 3;", "Func<int> f = () => 6;", "f()")]
    [InlineData("0,1,2", "IEnumerable<int> Some() { for (var i = 0; i < 3; i++) yield return i; }", "string.Join(',', Some())")]
    [InlineData("hey!", "static string Loud(this string text) => text + \"!\";", "\"hey\".Loud()")]
    [InlineData(
        "hey!!",
        "static string Loud(this string text) => text + \"!\";",
        "static string Loud(this string text) => text + \"!!\";",
        "\"hey\".Loud()")]
    public Task Methods(string expected, params string[] code) => CheckAsync(expected, code);

    [Theory]
    [InlineData("Good", "record Grade(string Name);", "var g = new Grade(\"Good\");", "g.Name")]
    [InlineData("1 2", "record Row(int A);", "var old = new Row(1);", "record Row(int A, int B);", "$\"{old.A} {new Row(0, 2).B}\"")]
    [InlineData("False", "record Row(int A);", "var old = new Row(1);", "record Row(int A);", "((object)old).Equals(new Row(1))")]
    [InlineData("True", "record Row(int A);", "var old = new Row(1);", "old == new Row(1)")]
    [InlineData(
        "1 2",
        "class Bag<T> { public int N = 1; }\nclass Other { public int N = 2; }",
        "class Bag<T, U> { }",
        "$\"{new Bag<int>().N} {new Other().N}\"")]
    [InlineData(
        "3 2",
        "class Bag<T> { public int N = 1; }\nclass Other { public int N = 2; }",
        "class Bag<T> { public int N = 3; }",
        "$\"{new Bag<int>().N} {new Other().N}\"")]
    [InlineData("5", "class Counter { public static int All; }", "Counter.All = 5;", "Counter.All")]
    [InlineData(
        "0",
        "class Counter { public static int All; }",
        "Counter.All = 5;",
        "class Counter { public static int All; }",
        "Counter.All")]
    [InlineData("Red", "enum Colour { Red, Green }", "Colour c = default;", "c")]
    [InlineData(
        "2",
        "interface IShape { int Sides { get; } }",
        "class Line : IShape { public int Sides => 2; }",
        "IShape s = new Line();",
        "s.Sides")]
    [InlineData(
        "Square 4",
        "abstract class Shape { public abstract int Sides(); }",
        "class Square : Shape { public override int Sides() => 4; }",
        "Shape s = new Square();",
        "$\"{s.GetType().Name} {s.Sides()}\"")]
    [InlineData("9", "delegate int Op(int x);", "Op op = x => x * x;", "op(3)")]
    [InlineData("x", "record Grade(string Name);", "var Grade = new Grade(\"x\");", "new Grade(\"x\").Name")]
    [InlineData(
        "7",
        "class Node<T>(T value) { public T Value => value; public Node<T>? Next; }",
        "var head = new Node<int>(3) { Next = new Node<int>(4) };",
        "head.Value + head.Next!.Value")]
    [InlineData(
        "3",
        "struct Money { public int Pence; public static Money operator +(Money a, Money b) => new() { Pence = a.Pence + b.Pence }; }",
        "var m = new Money { Pence = 1 } + new Money { Pence = 2 };",
        "m.Pence")]
    [InlineData("2", "var rows = new[] { new { N = 1 }, new { N = 2 } }.ToList();", "rows.Max(row => row.N)")]
    [InlineData("2 True", "var one = new { N = 1 };", "one = new { N = 2 };", "$\"{one.N} {one.GetType() == new { N = 3 }.GetType()}\"")]
    [InlineData("1", "class List<T> { public int Own = 1; }", "new List<int>().Own")]
    [InlineData(
        "True",
        "System.Linq.Expressions.Expression<Func<int, bool>> tree = x => x > 1;",
        "var limit = 2;",
        "new[] { 3 }.AsQueryable().Where(x => x > limit).Any(tree)")]
    public Task Types(string expected, params string[] code) => CheckAsync(expected, code);

    [Theory]
    [InlineData("{}", "using System.Text.Json;", "JsonSerializer.Serialize(new object())")]
    [InlineData(
        "{}",
        "using System.Text.Json;",
        "using System.Text.Json;\nvar x = 1;",
        "var x = 2;",
        "JsonSerializer.Serialize(new object())")]
    [InlineData("{}", "using Json = System.Text.Json.JsonSerializer;", "Json.Serialize(new object())")]
    [InlineData("[1]", "using S = System.Text.StringBuilder;", "using S = System.Text.Json.JsonSerializer;", "S.Serialize(new[] { 1 })")]
    [InlineData("4", "using static System.Math;", "Max(3, 4)")]
    [InlineData("3", "using System.Numerics;\nvar big = new BigInteger(3);", "var big = new BigInteger(3);", "big")]
    public Task Usings(string expected, params string[] code) => CheckAsync(expected, code);

    [Fact]
    public async Task Load_SeenByLaterCells_AndAgainAfterAChange()
    {
        cells.Write("kit.csx", "#load \"inner.csx\"\nint Twice(int x) => 2 * x; record Loaded(int N); var fromFile = Inner + 1;");
        cells.Write("inner.csx", "const int Inner = 20;");
        await cells.TextOf("#load \"kit.csx\"");
        Assert.Equal("42", await cells.TextOf("Twice(new Loaded(fromFile).N)"));
        cells.Write("inner.csx", "const int Inner = 30;");
        await cells.TextOf("#load \"kit.csx\"");
        Assert.Equal("62 31", await cells.TextOf("$\"{Twice(fromFile)} {fromFile}\""));
        Assert.Equal(1, cells.Session.Scope.Count);
    }

    [Theory]
    [InlineData("var x = 1;", "var x = 2;")]
    [InlineData("int F(int x) => 1;", "int F(int y) => 2;")]
    [InlineData("record Row(int A);\nRow Make() => new(1);", "record Row(int A, int B);\nRow Make() => new(1, 2);")]
    [InlineData("class Bag<T> { }", "class Bag<U> { }")]
    [InlineData("using System.Text.Json;", "using System.Text.Json;\nvar x = 1;")]
    [InlineData("var (a, b) = (1, 2);", "var a = 1; var b = 2;")]
    [InlineData("var x = 1;", "Func<int> x = () => 1;")]
    [InlineData("int.TryParse(\"1\", out var x);", "var x = 2;")]
    public async Task ACellAllOfWhoseNamesAreDeclaredAgain_IsNoLongerInTheChain(string first, string second)
    {
        await cells.TextOf(first);
        Assert.Equal(1, cells.Session.Scope.Count);
        await cells.TextOf(second);
        Assert.Equal(1, cells.Session.Scope.Count);
    }

    [Theory]
    [InlineData("var x = 1; var y = 2;", "var x = 2;")]
    [InlineData("int F(int x) => 1;", "int F(string x) => 2;")]
    [InlineData("class Bag<T> { }", "class Bag<T, U> { }")]
    [InlineData("Func<int> x = () => 1;", "var x = 1;")]
    [InlineData("record Row(int A);", "var Row = 1;")]
    public async Task ACellOfWhichANameIsLeft_StaysInTheChain(string first, string second)
    {
        await cells.TextOf(first);
        await cells.TextOf(second);
        Assert.Equal(2, cells.Session.Scope.Count);
    }

    [Theory]
    [InlineData("1 + 1")]
    [InlineData("Console.WriteLine(1); numbers[0] = 3;")]
    [InlineData("foreach (var each in numbers) { Console.Write(each); }")]
    [InlineData("for (var i = 0; i < 2; i++) { var inner = numbers[i]; Func<int> f = () => inner; }")]
    [InlineData("{ var inner = 1; }")]
    public async Task ACellThatDeclaresNothing_IsNotInTheChain(string code)
    {
        await cells.TextOf("var numbers = new[] { 1, 2 };");
        await cells.TextOf(code);
        Assert.Equal(1, cells.Session.Scope.Count);
    }

    [Fact]
    public async Task WhatADeclarationHides_IsFreed()
    {
        var (value, code) = await DeclareAsync();
        await cells.TextOf("var held = \"something else\"; record Held(int N);");
        await cells.TextOf("1 + 1");
        Assert.True(IsGone(value), "The value of the variable is still there.");
        Assert.True(IsGone(code), "The assembly of the cell is still there.");
        Assert.Equal("something else", await cells.TextOf("held"));
    }

    [Fact]
    public async Task WhatALaterCellRefersTo_StaysThoughItsNameIsDeclaredAgain()
    {
        await cells.TextOf("record Held(int N) { public static int Made; } var held = new Held(5);");
        await cells.TextOf("Func<string> tell = () => { Held.Made++; return $\"{held} {new Held(6).N} {Held.Made}\"; };");
        await cells.TextOf("var held = 0; record Held(string Other);");
        Collect();
        Assert.Equal("Held { N = 5 } 6 1", await cells.TextOf("tell()"));
        Collect();
        Assert.Equal("Held { N = 5 } 6 2", await cells.TextOf("tell()"));
    }

    [Fact]
    public async Task LibrariesThatComeOneAfterTheOther_AllStay()
    {
        foreach (var library in new[] { typeof(FactAttribute), typeof(Assert) })
        {
            cells.Session.Scope.Refer([MetadataReference.CreateFromFile(library.Assembly.Location)]);
        }

        Assert.Equal("FactAttribute Assert", await cells.TextOf("$\"{nameof(Xunit.FactAttribute)} {nameof(Xunit.Assert)}\""));
    }

    [Fact]
    public async Task ManyDeclarations_LeaveNoMoreCompiledCellsThanNames()
    {
        for (var index = 0; index < 60; index++)
        {
            var name = index % 5;
            await cells.TextOf($"var value{name} = new List<int> {{ {index} }}; record Row{name}(int N); int F{name}() => {index};");
        }

        Assert.Equal(5, cells.Session.Scope.Count);
        Assert.Equal("55 59 57", await cells.TextOf("$\"{value0[0]} {F4()} {new Row1(57).N}\""));
        Collect();
        var left = AppDomain.CurrentDomain.GetAssemblies().Select(each => each.GetName().Name!)
            .Count(name => name.StartsWith(cells.Session.Scope.Prefix, StringComparison.Ordinal));
        Assert.InRange(left, 5, 9);
    }

    [Fact]
    public async Task Variables_AreThoseThatCanBeNamed_AndCanBeSet()
    {
        await cells.TextOf("var a = 1; const int C = 3; readonly string r = \"r\";");
        await cells.TextOf("var a = \"one\"; int.TryParse(\"2\", out var b); int P => 5;");
        Assert.Equal(
            ["C=3", "a=one", "b=2", "r=r"],
            cells.Session.Variables.Select(each => $"{each.Name}={each.Value}").Order(StringComparer.Ordinal));
        cells.Session.Variables.Single(each => each.Name == "b").Value = 40;
        Assert.Equal("42", await cells.TextOf("b + 2"));
        Assert.Equal(typeof(string), cells.Session.Variables.Single(each => each.Name == "a").Type);
        Assert.Throws<InvalidOperationException>(() => cells.Session.Variables.Single(each => each.Name == "C").Value = 4);
        Assert.Throws<ArgumentException>(() => cells.Session.Variables.Single(each => each.Name == "b").Value = "text");
    }

    public ValueTask DisposeAsync() => cells.DisposeAsync();

    private async Task CheckAsync(string expected, string[] code)
    {
        foreach (var cell in code[..^1])
        {
            await cells.TextOf(cell);
        }

        // Neither cells that name something else in between nor a collection changes what a cell sees.
        await cells.TextOf("var inBetween = 1;");
        await cells.TextOf("var inBetween = 2;");
        Collect();
        Assert.Equal(expected, await cells.TextOf(code[^1]));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<(WeakReference Value, WeakReference Code)> DeclareAsync()
    {
        await cells.TextOf("record Held(int N); var held = new Held(1);");
        var held = cells.Session.Variables.Single().Value!;
        return (new WeakReference(held), new WeakReference(held.GetType().Assembly));
    }

    private static bool IsGone(WeakReference reference)
    {
        for (var tries = 0; tries < 20 && reference.IsAlive; tries++)
        {
            Collect();
        }

        return !reference.IsAlive;
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }
}
