using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SifAnalysis.Notebooks.Documents;

namespace SifAnalysis.Notebooks.Tests.Documents;

public sealed class NotebookFileTests
{
    private const string Whole = """
        {
         "cells": [
          {"cell_type": "markdown", "metadata": {"editable": false}, "source": ["# Title\n", "text"]},
          {"cell_type": "code", "execution_count": 3, "id": "own-id", "metadata": {"tags": ["parameters"], "x": {"deep": [1, 2.50]}},
           "outputs": [
            {"output_type": "stream", "name": "stderr", "text": ["a\n", "b"]},
            {"output_type": "execute_result", "execution_count": 3, "metadata": {}, "data": {"text/plain": ["1"], "application/json": [1, 2]}},
            {"output_type": "error", "ename": "E", "evalue": "m", "traceback": ["t"]}],
           "source": "1 + 1"},
          {"cell_type": "code", "execution_count": null, "id": "h", "metadata": {"polyglot_notebook": {"kernelName": "html"}}, "outputs": [], "source": "<b>x</b>"}
         ],
         "metadata": {"kernelspec": {"display_name": ".NET (C#)", "language": "C#", "name": ".net-csharp"}, "mine": {"é": "\u2028 😀"}},
         "nbformat": 4,
         "nbformat_minor": 2
        }
        """;

    [Fact]
    public void Parse_WholeNotebook_ReadsCellsOutputsAndMetadata()
    {
        var document = NotebookFile.Parse(Whole, "a.ipynb");

        Assert.Equal([CellKind.Markdown, CellKind.Code, CellKind.Code], document.Cells.Select(cell => cell.Kind));
        Assert.Equal("# Title\ntext", document.Cells[0].Source);
        Assert.Equal(["parameters"], document.Cells[1].Tags);
        Assert.Equal(["csharp", "html"], document.Cells.Skip(1).Select(cell => cell.Language));
        Assert.Equal(new StreamOutput("stderr", "a\nb"), document.Cells[1].Outputs[0]);
        Assert.Equal(3, Assert.IsType<DisplayOutput>(document.Cells[1].Outputs[1]).ExecutionCount);
        Assert.Equal("😀", document.Metadata["mine"]!["é"]!.GetValue<string>()[2..]);
    }

    [Fact]
    public void Format_ReadBack_KeepsEveryMetadataInMeaning()
    {
        var once = NotebookFile.Parse(Whole, "a.ipynb");
        var twice = NotebookFile.Parse(NotebookFile.Format(once, "a.ipynb"), "a.ipynb");

        Assert.True(JsonNode.DeepEquals(once.Metadata, twice.Metadata));
        Assert.True(JsonNode.DeepEquals(once.Cells[1].Metadata, twice.Cells[1].Metadata));
        Assert.Contains("2.50", NotebookFile.Format(twice, "a.ipynb"), StringComparison.Ordinal);
        Assert.Equal(NotebookFile.Format(once, "a.ipynb"), NotebookFile.Format(twice, "a.ipynb"));
    }

    [Fact]
    public void Parse_CellWithoutId_GivesTheSameIdEachTime()
    {
        var first = NotebookFile.Parse(Whole, "a.ipynb").Cells[0].Id;

        Assert.Equal(first, NotebookFile.Parse(Whole, "b.ipynb").Cells[0].Id);
        Assert.Matches("^[0-9a-f]{8}$", first);
    }

    [Fact]
    public void Parse_TwoCellsWithOneId_GivesTheSecondItsOwn()
    {
        var cells = NotebookFile.Parse(Whole.Replace("\"h\"", "\"own-id\"", StringComparison.Ordinal), "a.ipynb").Cells;

        Assert.Equal(3, cells.Select(cell => cell.Id).Distinct().Count());
    }

    [Fact]
    public void Parse_TruncatedAnywhere_SaysSoAndNothingElse()
    {
        for (var length = 0; length < Whole.TrimEnd().Length; length += 7)
        {
            var exception = Assert.Throws<NotebookFormatException>(() => NotebookFile.Parse(Whole[..length], "cut.ipynb"));
            Assert.StartsWith("cut.ipynb", exception.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("[]", "no notebook")]
    [InlineData("{\"nbformat\": 3, \"cells\": [], \"metadata\": {}}", "nbformat 3")]
    [InlineData("{\"nbformat\": 4, \"metadata\": {}}", "no list of cells")]
    [InlineData("{\"cells\": []}", "does not state its nbformat")]
    [InlineData("{\"nbformat\": 4, \"cells\": [7]}", "cell 1 is no object")]
    [InlineData("{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\"}]}", "cell 1 has no \"source\"")]
    [InlineData("{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"poem\", \"source\": \"\"}]}", "\"poem\"")]
    [InlineData("{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\", \"source\": [1]}]}", "not text")]
    [InlineData("{\"nbformat\": 4, \"nbformat\": 4, \"cells\": []}", "not whole JSON")]
    [InlineData("{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\", \"source\": \"\\ud800\"}]}", "half a character")]
    [
        InlineData(
            "{\"nbformat\": 4, \"cells\": [], \"metadata\": {\"kernelspec\": {\"name\": \"python3\", \"language\": \"python\"}}}",
            "python"),
    ]
    [
        InlineData(
            "{\"nbformat\": 4, \"cells\": [], \"metadata\": {\"kernelspec\": {\"name\": \".net-fsharp\", \"language\": \"F#\"}}}", "F#"),
    ]
    public void Parse_NoNotebookForTheKit_SaysWhatIsWrong(string text, string expected)
    {
        var exception = Assert.Throws<NotebookFormatException>(() => NotebookFile.Parse(text, "x.ipynb"));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_BrokenJson_NamesLineAndColumn()
    {
        var exception = Assert.Throws<NotebookFormatException>(() => NotebookFile.Parse("{\n \"cells\": ]\n}", "x.ipynb"));

        Assert.Equal((2, 11), (exception.Line, exception.Column));
    }

    [Fact]
    public void Parse_Dib_ReadsLanguagesAndMeta()
    {
        const string text = """
            #!meta

            {"kernelInfo":{"defaultKernelName":"csharp","items":[]}}

            #!markdown

            # Hello

            #!csharp

            #!time
            var x = 1;

            #!sql

            SELECT 1
            """;
        var document = NotebookFile.Parse(text, "a.dib");

        Assert.Equal(["# Hello", "#!time\nvar x = 1;", "SELECT 1"], document.Cells.Select(cell => cell.Source));
        Assert.Equal("sql", document.Cells[2].Language);
        Assert.Equal("csharp", (string?)document.Metadata["polyglot_notebook"]!["kernelInfo"]!["defaultKernelName"]);
        Assert.Equal(NotebookFile.Format(document, "a.dib"),
            NotebookFile.Format(NotebookFile.Parse(NotebookFile.Format(document, "a.dib"), "a.dib"), "a.dib"));
    }

    [Fact]
    public void Parse_DibWithBrokenMeta_NamesTheLine()
    {
        var exception = Assert.Throws<NotebookFormatException>(() => NotebookFile.Parse("\n#!meta\n{", "a.dib"));

        Assert.Equal((3, 2), (exception.Line, exception.Column));
    }

    [Property(MaxTest = 200)]
    public Property Parse_OfFormat_IsTheSameDocument() => Prop.ForAll(Arb.From(DocumentGen()), document =>
    {
        var text = NotebookFile.Format(document, "a.ipynb");
        var read = NotebookFile.Parse(text, "a.ipynb");
        return read.Cells.Count == document.Cells.Count
            && read.Cells.Zip(document.Cells).All(pair => Same(pair.First, pair.Second))
            && NotebookFile.Format(read, "a.ipynb") == text;
    });

    [Fact]
    public void Write_OverAnOlderFile_LeavesNothingBeside()
    {
        var folder = Directory.CreateTempSubdirectory("sif-documents");
        try
        {
            var path = Path.Combine(folder.FullName, "sub", "a.ipynb");
            NotebookFile.Write(NotebookFile.Parse(Whole, path), path);
            NotebookFile.Write(new NotebookDocument([], []), path);

            Assert.Empty(NotebookFile.Read(path).Cells);
            Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("[\n 7]", 1, 1)]
    [InlineData("{\n \"nbformat\": 3}", 2, 14)]
    [InlineData("{\"nbformat\": 4, \"cells\": [\n  {\"cell_type\": \"raw\", \"source\": \"é\"},\n  null, 7]}", 1, 26)]
    [InlineData("{\"nbformat\": 4, \"cells\": [\n  {\"cell_type\": \"raw\", \"source\": \"é\"},\n  7]}", 3, 3)]
    [InlineData("{\"nbformat\": 4, \"cells\": [\n  {\"a\": \"😀\", \"cell_type\": \"raw\", \"source\": {}}]}", 2, 45)]
    [InlineData("{\"a\":\n 1, \"a\": 2}", 2, 5)]
    [InlineData("{\"a\":\n \"é\", \"\\udc00\": 2}", 2, 7)]
    [InlineData("{\"a\":\n \"é\", x}", 2, 7)]
    [InlineData("", 1, 1)]
    public void Parse_WhatIsNoNotebook_SaysTheLineAndColumn(string text, int line, int column)
    {
        var problem = Assert.Throws<NotebookFormatException>(() => NotebookFile.Parse(text, "a.ipynb"));
        Assert.Equal((line, column), (problem.Line, problem.Column));
    }

    [Fact]
    public void Parse_DibWithBrokenMeta_SaysTheLineAndColumnInTheFile()
    {
        var problem = Assert.Throws<NotebookFormatException>(() => NotebookFile.Parse("1\n\n#!meta\n\n{\n \"a\": b}\n", "a.dib"));
        Assert.Equal((6, 7), (problem.Line, problem.Column));
    }

    [Fact]
    public void Parse_HalfACharacter_SaysTheLineAndColumn()
    {
        var problem = Assert.Throws<NotebookFormatException>(() => NotebookFile.Parse($"{{\"a\":\n \"{(char)0xD800}\"}}", "a.ipynb"));
        Assert.Equal((2, 3), (problem.Line, problem.Column));
    }

    [Fact]
    public void Read_BytesThatAreNoUtf8_SaysTheLineAndColumn()
    {
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, [.. "{\n \"é\": "u8, 0xE9, .. "}"u8]);
        var problem = Assert.Throws<NotebookFormatException>(() => NotebookFile.Read(path));
        Assert.Equal((2, 7), (problem.Line, problem.Column));
        File.Delete(path);
    }

    [Fact]
    public void Read_NotUtf8_SaysSo()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, [0x7b, 0xff, 0xfe, 0x7d]);

            Assert.Contains(
                "UTF-8", Assert.Throws<NotebookFormatException>(() => NotebookFile.Read(path)).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static bool Same(NotebookCell first, NotebookCell second) =>
        first.Id == second.Id && first.Kind == second.Kind && first.Source == second.Source
        && first.ExecutionCount == second.ExecutionCount
        && JsonNode.DeepEquals(first.Metadata, second.Metadata)
        && first.Outputs.Count == second.Outputs.Count
        && first.Outputs.Zip(second.Outputs).All(pair => (pair.First, pair.Second) switch
        {
            (DisplayOutput one, DisplayOutput other) =>
                JsonNode.DeepEquals(one.Data, other.Data) && one.ExecutionCount == other.ExecutionCount,
            (ErrorOutput one, ErrorOutput other) =>
                one.Name == other.Name && one.Message == other.Message && one.Traceback.SequenceEqual(other.Traceback),
            var (one, other) => one.Equals(other),
        });

    private static Gen<NotebookDocument> DocumentGen()
    {
        var text = Gen.Elements("", "a", "\n", "x\ny", "a\n\n", "\r\n", "é\u2028", "😀 \" \\ <b>", "\0\t", "#!csharp\n1");
        var output = Gen.OneOf(
            text.Select(value => (CellOutput)new StreamOutput("stdout", value)),
            text.Select(value => (CellOutput)new ErrorOutput("E", value, [value, "in cell"])),
            from value in text
            from count in Gen.Elements<int?>(null, 5)
            select (CellOutput)new DisplayOutput(
                new JsonObject { ["text/html"] = value, ["application/vnd.x+json"] = new JsonObject { ["v"] = value } }, [])
            {
                ExecutionCount = count,
            });
        var cell =
            from kind in Gen.Elements(CellKind.Code, CellKind.Markdown, CellKind.Raw)
            from source in text
            from key in text
            from outputs in Gen.ListOf(output)
            from count in Gen.Elements<int?>(null, 1, 12)
            select (Id: "", kind, source, key, outputs, count);
        return Gen.ListOf(cell).Select(cells => new NotebookDocument(
            [.. cells.Select((part, index) => new NotebookCell(
                $"cell-{index}", part.kind, part.source, new JsonObject { ["k" + part.key] = part.key })
            {
                ExecutionCount = part.kind is CellKind.Code ? part.count : null,
                Outputs = part.kind is CellKind.Code ? [.. part.outputs] : [],
            })],
            new JsonObject { ["other"] = new JsonArray(1, "two") }));
    }
}
