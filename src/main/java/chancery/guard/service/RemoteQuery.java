package chancery.guard.service;

import chancery.guard.function.BoundedExpressions;
import chancery.guard.run.LimitExceeded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpAsQuery;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.Rename;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.lang.SyntaxVarScope;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementSubQuery;

/// What another server is asked: the pattern of a `SERVICE`, with values for its variables where
/// rows before it have some, many rows in one question.
///
/// Inside of subqueries ARQ gives variables other names, with a slash; the other server is asked
/// by those of the query.
final class RemoteQuery {
    /// Of one question.
    private static final int MOST_CHARACTERS = 1 << 20;

    private final Query pattern;
    private final Set<Var> mentioned;

    /// Our variables by the names in answers.
    private final Map<Var, Var> ours = new HashMap<>();

    RemoteQuery(OpService service) {
        Op asked = BoundedExpressions.asWritten(service.getSubOp());
        this.pattern = OpAsQuery.asQuery(Rename.reverseVarRename(asked, true));
        this.mentioned = new LinkedHashSet<>(OpVars.mentionedVars(asked));
        OpVars.visibleVars(asked).forEach(variable -> ours.put(plain(variable), variable));
    }

    private static Var plain(Var variable) {
        String name = variable.getName();
        return Var.alloc(name.substring(name.lastIndexOf('/') + 1));
    }

    /// Those variables for which the other server can be told the row's values.
    Set<Var> told(Binding row) {
        Set<Var> told = new LinkedHashSet<>();
        for (Var variable : mentioned) {
            Node value = row.get(variable);
            if (value != null && canBeTold(value)) {
                told.add(variable);
            }
        }
        return told;
    }

    /// How long the values are.
    ///
    /// @throws LimitExceeded if they are too long to be told
    static long characters(Binding row, Set<Var> told) {
        long characters = 0;
        for (Var variable : told) {
            Node value = row.get(variable);
            characters +=
                    value.isURI()
                            ? value.getURI().length()
                            : value.getLiteralLexicalForm().length()
                                    + value.getLiteralLanguage().length()
                                    + value.getLiteralDatatypeURI().length();
        }
        if (characters > MOST_CHARACTERS) {
            throw tooLong();
        }
        return characters;
    }

    private static LimitExceeded tooLong() {
        return LimitExceeded.ofQuery(
                String.format(
                        Locale.ROOT,
                        "SERVICE: found a question of more than %d characters, expected at most"
                                + " that",
                        MOST_CHARACTERS));
    }

    /// A blank node is nothing elsewhere, and a statement as a term not to everybody.
    private static boolean canBeTold(Node value) {
        return value.isLiteral()
                || (value.isURI()
                        && value.getURI()
                                .chars()
                                .noneMatch(c -> c <= ' ' || "<>\"{}|^`\\".indexOf(c) >= 0));
    }

    /// The question.
    ///
    /// @param told variables of which each row has a value, as told by [#told]
    /// @throws LimitExceeded if it is too long to be sent
    String text(Set<Var> told, List<Binding> rows) {
        String text = written(told, rows);
        if (text.length() > MOST_CHARACTERS) {
            throw tooLong();
        }
        return text;
    }

    private String written(Set<Var> told, List<Binding> rows) {
        if (told.isEmpty()) {
            return pattern.serialize();
        }
        ElementData values = new ElementData();
        told.forEach(variable -> values.add(plain(variable)));
        Set<Binding> distinct = new LinkedHashSet<>();
        for (Binding row : rows) {
            BindingBuilder one = Binding.builder();
            told.forEach(variable -> one.add(plain(variable), row.get(variable)));
            distinct.add(one.build());
        }
        distinct.forEach(values::add);
        boolean isGroup =
                pattern.isQueryResultStar()
                        && !pattern.hasLimit()
                        && !pattern.hasOffset()
                        && !pattern.isDistinct()
                        && !pattern.isReduced()
                        && !pattern.hasOrderBy()
                        && !pattern.hasGroupBy()
                        && !pattern.hasHaving()
                        && !pattern.hasValues();
        if (isGroup) {
            Query inside = all(values, elements(pattern.getQueryPattern()));
            if (isAllowed(inside)) {
                return inside.serialize();
            }
        }
        Element beside =
                isGroup ? group(elements(pattern.getQueryPattern())) : new ElementSubQuery(pattern);
        return all(values, List.of(beside)).serialize();
    }

    private static List<Element> elements(Element element) {
        return element instanceof ElementGroup group ? group.getElements() : List.of(element);
    }

    private static ElementGroup group(List<Element> elements) {
        ElementGroup group = new ElementGroup();
        elements.forEach(group::addElement);
        return group;
    }

    private static Query all(Element first, List<Element> then) {
        List<Element> elements = new ArrayList<>(List.of(first));
        elements.addAll(then);
        Query query = QueryFactory.create();
        query.setQuerySelectType();
        query.setQueryResultStar(true);
        query.setQueryPattern(group(elements));
        return query;
    }

    /// BIND may not give a value to a variable that has one.
    private static boolean isAllowed(Query query) {
        try {
            SyntaxVarScope.check(query);
            return true;
        } catch (QueryException e) {
            return false;
        }
    }

    /// A row of the answer by our variables; what was not asked for is left out.
    Binding inOurs(Binding answered, Set<Var> told) {
        BindingBuilder row = Binding.builder();
        answered.forEach(
                (variable, value) -> {
                    Var known = ours.get(variable);
                    if (known != null) {
                        row.add(known, value);
                    }
                });
        for (Var variable : told) {
            Node value = answered.get(plain(variable));
            if (value != null && !row.contains(variable)) {
                row.add(variable, value);
            }
        }
        return row.build();
    }
}
