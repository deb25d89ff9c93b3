using SifAnalysis.Reports.Readings;

namespace SifAnalysis.Reports.Grades;

/// <summary>A grade as it was read at one place.</summary>
/// <param name="Area">The area.</param>
/// <param name="Grade">The grade, or <see langword="null"/> where its words were not understood.</param>
/// <param name="Label">The words that name the area.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record GradeReading(ReportArea Area, Grade? Grade, string Label, Place Place);
