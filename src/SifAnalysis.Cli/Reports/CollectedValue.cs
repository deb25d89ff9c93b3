namespace SifAnalysis.Cli.Reports;

/// <summary>How a report's value stands to the kit's.</summary>
internal enum CollectedState
{
    /// <summary>Both say the same.</summary>
    Equal,

    /// <summary>The kit does not know it.</summary>
    New,

    /// <summary>The kit says something else.</summary>
    Different,
}

/// <summary>A value of a report beside the kit's own.</summary>
/// <param name="Table">The kit's table.</param>
/// <param name="Row">The authority and the day.</param>
/// <param name="Column">The column; empty where the whole row is new.</param>
/// <param name="State">How the values stand to each other.</param>
/// <param name="Read">What the report says.</param>
/// <param name="Known">What the kit's row says.</param>
/// <param name="File">The report's file.</param>
/// <param name="Page">The page that states it; 0 for what follows from other values, and for whole rows.</param>
internal sealed record CollectedValue(string Table, string Row, string Column,
    CollectedState State, string Read, string Known, string File, int Page)
{
    /// <summary>"sif-rows.csv, Slough, 2016-02-17, overall: the report says Good, the kit's row says Inadequate".</summary>
    public override string ToString() => State switch
    {
        CollectedState.New when Column.Length == 0 => $"{Table}: {Row} is new ({File}).",
        CollectedState.New => $"{Table}: {Row}, {Column}: {Report} says {Read}, which the kit does not know.",
        CollectedState.Different => $"{Table}: {Row}, {Column}: {Report} says {Read}, the kit's row says {Known}.",
        _ => $"{Table}: {Row}, {Column}: {Read} in both.",
    };

    private string Report => Page > 0 ? $"the report, page {Page} of {File}," : $"the report {File}";
}
