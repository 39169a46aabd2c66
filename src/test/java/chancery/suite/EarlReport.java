package chancery.suite;

import java.util.Map;

/// The outcome of all official tests in the Evaluation and Report Language.
final class EarlReport {
    private static final String HEAD =
            """
            PREFIX earl: <http://www.w3.org/ns/earl#>
            PREFIX doap: <http://usefulinc.com/ns/doap#>
            PREFIX csvw: <http://www.w3.org/2013/csvw/tests/>

            <https://w3id.org/chancery/> a doap:Project, earl:TestSubject, earl:Software ;
              doap:name "Chancery" ;
              doap:programming-language "Java" ;
              doap:implements <http://www.w3.org/TR/tabular-data-model/>,
                <http://www.w3.org/TR/tabular-metadata/>, <http://www.w3.org/TR/csv2rdf/> .

            """;

    private EarlReport() {}

    static String of(Map<SuiteEntry, Boolean> conversion, Map<SuiteEntry, Boolean> validation) {
        StringBuilder out = new StringBuilder(HEAD);
        assertions("rdf", conversion, out);
        assertions("validation", validation, out);
        return out.toString();
    }

    private static void assertions(
            String manifest, Map<SuiteEntry, Boolean> outcomes, StringBuilder out) {
        outcomes.forEach(
                (entry, passed) ->
                        out.append(
                                """
                                [] a earl:Assertion ;
                                  earl:assertedBy <https://w3id.org/chancery/> ;
                                  earl:subject <https://w3id.org/chancery/> ;
                                  earl:test csvw:manifest-%s\\#%s ;
                                  earl:mode earl:automatic ;
                                  earl:result [ a earl:TestResult ; earl:outcome earl:%s ] .
                                """
                                        .formatted(
                                                manifest,
                                                entry.id(),
                                                passed ? "passed" : "failed")));
    }
}
