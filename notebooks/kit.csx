// Loads the library and sets how its types are displayed; every notebook here begins by importing it.
#r "../src/SifAnalysis/bin/SifAnalysis.dll"
using SifAnalysis;
using SifAnalysis.Charts;
using SifAnalysis.Display;
using SifAnalysis.Figures;
using SifAnalysis.Findings;
using SifAnalysis.Judgements;
using SifAnalysis.Loading;
using SifAnalysis.Statistics;

NotebookDisplay.Register();
