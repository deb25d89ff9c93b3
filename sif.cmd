@echo off
rem The kit's command line from the sources: builds what has changed, then runs it in the folder that you stand in.
dotnet run --project "%~dp0src\SifAnalysis.Cli" -- %*
