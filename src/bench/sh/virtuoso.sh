# A Virtuoso of Debian (virtuoso-opensource-7-bin) in a folder of its own, on loopback; to be sourced.

# virtuoso_settings FOLDER SQL_PORT HTTP_PORT BUFFERS LOADED [ROWS] : writes FOLDER/virtuoso.ini; files are loaded from
# LOADED, an answer has 3,000,000 rows at most unless told otherwise
virtuoso_settings() {
    mkdir -p "$1"
    cat >"$1/virtuoso.ini" <<INI
[Database]
DatabaseFile = $1/v.db
ErrorLogFile = $1/v.log
LockFile = $1/v.lck
TransactionFile = $1/v.trx
xa_persistent_file = $1/v.pxa
MaxCheckpointRemap = 2000
[TempDatabase]
DatabaseFile = $1/vt.db
TransactionFile = $1/vt.trx
[Parameters]
ServerPort = 127.0.0.1:$2
ServerThreads = 100
NumberOfBuffers = $4
MaxDirtyBuffers = $(($4 * 3 / 4))
DirsAllowed = $5
[HTTPServer]
ServerPort = 127.0.0.1:$3
ServerThreads = 80
MaxKeepAlives = 80
KeepAliveTimeout = 30
[SPARQL]
ResultSetMaxRows = ${6:-3000000}
MaxQueryExecutionTime = 120
MaxQueryCostEstimationTime = 0
INI
}

# virtuoso_load SQL_PORT FOLDER FILE GRAPH : where the file names no graph, its triples go into that one
virtuoso_load() {
    isql-vt "127.0.0.1:$1" dba dba "EXEC=ld_dir('$2', '$3', '$4'); rdf_loader_run(); checkpoint;"
    # what Virtuoso says of files that it did not load
    isql-vt "127.0.0.1:$1" dba dba "EXEC=SELECT ll_file, ll_state, ll_error FROM DB.DBA.load_list;" | grep "/$3 .* NULL"
}
