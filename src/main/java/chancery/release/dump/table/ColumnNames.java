package chancery.release.dump.table;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Gives columns their names: those of our own properties as they are, others with their prefix,
/// then the language, or the datatype unless it is plain text. So a name does not depend on which
/// other columns there are.
record ColumnNames(Map<String, String> prefixByNamespace) {
    /// @return names in the order of the columns, each once
    Map<Form, String> of(Collection<Form> forms) {
        Map<Form, String> names = new TreeMap<>();
        Set<String> taken = new HashSet<>(Set.of("id"));
        for (Form form : forms.stream().sorted().toList()) {
            String name = name(form);
            if (taken.contains(name) && form.isPlainText()) {
                name += "_text";
            }
            String free = name;
            for (int i = 2; !taken.add(free); i++) {
                free = name + "_" + i;
            }
            names.put(form, free);
        }
        return names;
    }

    private String name(Form form) {
        String name = property(form.property());
        if (!form.language().isEmpty()) {
            return name + "_" + form.language().replaceAll("[^A-Za-z0-9]", "_");
        }
        return form.isIri() || form.isPlainText() ? name : name + "_" + local(form.datatype());
    }

    private String property(String iri) {
        int end = Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1;
        String prefix = prefixByNamespace.getOrDefault(iri.substring(0, end), "");
        return prefix.isEmpty() || prefix.equals("chy") ? local(iri) : prefix + "_" + local(iri);
    }

    private static String local(String iri) {
        int end = Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1;
        String local = iri.substring(end).replaceAll("[^A-Za-z0-9]", "_");
        return local.matches("[A-Za-z0-9].*") ? local : "x" + local;
    }
}
