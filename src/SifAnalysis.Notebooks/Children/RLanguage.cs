using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SifAnalysis.Notebooks.Children;

/// <summary>R, with the package jsonlite that IRkernel itself needs.</summary>
internal sealed partial class RLanguage : IChildLanguage
{
    /// <inheritdoc/>
    public string Listing => """
        cat(gsub("\n", "", jsonlite::base64_enc(charToRaw(enc2utf8(as.character(jsonlite::toJSON(
          Filter(function(type) type != "function", sapply(ls(.GlobalEnv), function(n) class(get(n, .GlobalEnv))[1], simplify = FALSE)), auto_unbox = TRUE)))))))
        """;

    /// <inheritdoc/>
    public string Declaration(string name, JsonObject value) => $$"""
        {{Quoted(name)}} <- (function(j) {
          filled <- function(v, missing) vapply(v, function(x) if (is.null(x)) missing else x, missing)
          if (!is.null(j$day)) return(as.Date(j$day))
          if (!is.null(j$moment)) return(as.POSIXct(j$moment, format = "%Y-%m-%dT%H:%M:%OS", tz = "UTC"))
          if (is.null(j$table)) return(jsonlite::fromJSON(jsonlite::toJSON(j$value, auto_unbox = TRUE, null = "null", digits = NA)))
          columns <- lapply(j$table, function(c) {
            v <- c$values
            switch(c$type,
              bool = filled(v, NA),
              whole = { x <- vapply(v, function(x) if (is.null(x)) NA_real_ else as.numeric(x), 0)
                        if (all(is.na(x) | abs(x) <= .Machine$integer.max)) as.integer(x) else x },
              number = vapply(v, function(x) if (is.null(x)) NA_real_ else as.numeric(x), 0),
              day = as.Date(substr(filled(v, NA_character_), 1, 10)),
              moment = as.POSIXct(filled(v, NA_character_), format = "%Y-%m-%dT%H:%M:%OS", tz = "UTC"),
              filled(v, NA_character_))
          })
          names(columns) <- vapply(j$table, function(c) c$name, "")
          structure(columns, class = "data.frame", row.names = .set_row_names(if (length(columns)) length(columns[[1]]) else 0L))
        })((function(s) { Encoding(s) <- "UTF-8"; jsonlite::fromJSON(s, simplifyVector = FALSE) })(rawToChar(jsonlite::base64_dec("{{Encoded(value)}}"))))
        """;

    /// <inheritdoc/>
    public string Printing(string name) => $$"""
        (function(v) {
          moment <- function(x) {
            # Whole microseconds: R keeps seconds in a double, whose last digits are no part of the moment.
            micro <- round(as.numeric(as.POSIXct(x)) * 1e6)
            ifelse(is.na(micro), NA, paste0(format(as.POSIXct(floor(micro / 1e6), origin = "1970-01-01", tz = "UTC"), "%Y-%m-%dT%H:%M:%S", tz = "UTC"), sprintf(".%06.0f", micro %% 1e6)))
          }
          column <- function(n, x) {
            if (inherits(x, "Date")) list(name = n, type = "day", values = I(format(x, "%Y-%m-%d")))
            else if (inherits(x, "POSIXt")) list(name = n, type = "moment", values = I(moment(x)))
            else if (is.logical(x)) list(name = n, type = "bool", values = I(x))
            else if (is.integer(x) && !is.factor(x)) list(name = n, type = "whole", values = I(x))
            else if (is.numeric(x) && !is.factor(x)) list(name = n, type = "number", values = I(ifelse(is.finite(x), x, NA)))
            else list(name = n, type = "text", values = I(enc2utf8(as.character(x))))
          }
          j <- if (is.data.frame(v)) list(table = unname(Map(column, names(v), v)))
            else if (is.matrix(v) || is.table(v)) list(table = unname(Map(column, names(as.data.frame(v)), as.data.frame(v))))
            else if (inherits(v, "Date") && length(v) == 1) list(day = format(v, "%Y-%m-%d"))
            else if (inherits(v, "POSIXt") && length(v) == 1) list(moment = moment(v))
            else list(value = unclass(v))
          s <- as.character(jsonlite::toJSON(j, auto_unbox = TRUE, na = "null", null = "null", digits = NA, force = TRUE))
          cat(gsub("\n", "", jsonlite::base64_enc(charToRaw(enc2utf8(s)))))
        })({{Quoted(name)}})
        """;

    /// <inheritdoc/>
    public bool IsName(string name) => Name().IsMatch(name);

    private static string Quoted(string name) => $"`{name}`";

    private static string Encoded(JsonObject value) => Convert.ToBase64String(Encoding.UTF8.GetBytes(value.ToJsonString()));

    [GeneratedRegex(@"^(?:[A-Za-z]|\.(?!\d))[\w.]*$")]
    private static partial Regex Name();
}
