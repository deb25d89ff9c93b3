namespace SifAnalysis.Large.Tests;

/// <summary>Tests that weigh the memory of the whole process, so nothing else may run beside them.</summary>
[CollectionDefinition(ParquetTableTests.OneByOne, DisableParallelization = true)]
public sealed class LargeTables;
