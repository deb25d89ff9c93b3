using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SifAnalysis.Notebooks.Children;

/// <summary>Python with pandas.</summary>
internal sealed partial class PythonLanguage : IChildLanguage
{
    private const string Start = "import base64 as _sif_b64, json as _sif_json, datetime as _sif_dt\n";

    /// <inheritdoc/>
    public string Listing => Start + """
        print(_sif_b64.b64encode(_sif_json.dumps({_n: type(_v).__name__ for _n, _v in list(globals().items())
            if not _n.startswith('_') and _n not in ('In', 'Out', 'exit', 'quit', 'get_ipython', 'open') and type(_v).__name__ not in ('module', 'function', 'type', 'builtin_function_or_method')}).encode()).decode())
        """;

    /// <inheritdoc/>
    public string Declaration(string name, JsonObject value) => Start + $$"""
        def _sif_take(j):
            if 'day' in j:
                return _sif_dt.date.fromisoformat(j['day'])
            if 'moment' in j:
                return _sif_dt.datetime.fromisoformat(j['moment'])
            if 'table' not in j:
                return j['value']
            import pandas as pd
            def series(c):
                v, t = c['values'], c['type']
                gaps = any(x is None for x in v)
                if t in ('day', 'moment'):
                    return pd.to_datetime(pd.Series(v, dtype=object))
                return pd.Series(v, dtype={'bool': 'boolean' if gaps else 'bool', 'whole': 'Int64' if gaps else 'int64', 'number': 'float64', 'text': object}[t])
            return pd.DataFrame({c['name']: series(c) for c in j['table']})
        {{name}} = _sif_take(_sif_json.loads(_sif_b64.b64decode('{{Encoded(value)}}').decode()))
        del _sif_take
        """;

    /// <inheritdoc/>
    public string Printing(string name) => Start + $$"""
        def _sif_give(v):
            t = type(v).__name__
            if t == 'Series':
                v, t = v.to_frame(v.name if v.name is not None else 'value'), 'DataFrame'
            if t == 'DataFrame':
                import pandas as pd
                def column(n, s):
                    k = s.dtype.kind if hasattr(s.dtype, 'kind') else 'O'
                    if k == 'M':
                        return {'name': str(n), 'type': 'moment', 'values': [None if pd.isna(x) else pd.Timestamp(x).strftime('%Y-%m-%dT%H:%M:%S.%f') for x in s]}
                    kind, cast = {'b': ('bool', bool), 'i': ('whole', int), 'u': ('whole', int), 'f': ('number', float)}.get(k, ('text', str))
                    return {'name': str(n), 'type': kind, 'values': [None if pd.isna(x) else cast(x) for x in s]}
                return {'table': [column(n, v[n]) for n in v.columns]}
            if isinstance(v, _sif_dt.datetime):
                return {'moment': v.strftime('%Y-%m-%dT%H:%M:%S.%f')}
            if isinstance(v, _sif_dt.date):
                return {'day': v.isoformat()}
            if hasattr(v, 'tolist'):
                v = v.tolist()
            return {'value': v}
        print(_sif_b64.b64encode(_sif_json.dumps(_sif_give({{name}})).encode()).decode())
        del _sif_give
        """;

    /// <inheritdoc/>
    public bool IsName(string name) => Name().IsMatch(name);

    private static string Encoded(JsonObject value) => Convert.ToBase64String(Encoding.UTF8.GetBytes(value.ToJsonString()));

    [GeneratedRegex(@"^[A-Za-z_]\w*$")]
    private static partial Regex Name();
}
