package chancery.describe;

import chancery.describe.datatype.Datatype;
import chancery.describe.derived.Derivation;
import chancery.describe.iri.UriTemplate;
import chancery.describe.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One column of a table, with what it inherits from schema, table and group.
///
/// @param name unique in the table; what templates and keys call it
/// @param number 1-based; virtual columns follow the others
/// @param named what the header may call it; empty if only the name counts
/// @param hasOwnName whether the metadata give the name; else it is made from a title
/// @param virtual it is not in the file
/// @param suppressOutput its cells are written into no output
/// @param properties common properties by absolute URL, our directives among them
public record Column(
        String name,
        int number,
        boolean hasOwnName,
        List<Title> named,
        CellRules cell,
        Urls urls,
        boolean virtual,
        boolean suppressOutput,
        Map<String, Json> properties) {

    /// How the text of a cell is read.
    ///
    /// @param separator between the items of a list; empty if a cell has one value
    /// @param ordered whether the order of the items says something
    /// @param defaultText stands in the place of an empty text
    /// @param nulls texts that mean there is no value
    /// @param lang language tag of strings; `""` if none
    public record CellRules(
            Datatype datatype,
            Optional<String> separator,
            boolean ordered,
            boolean required,
            String defaultText,
            List<String> nulls,
            String lang) {
        public CellRules {
            nulls = List.copyOf(nulls);
        }
    }

    /// Templates of subject, predicate and object.
    public record Urls(
            Optional<UriTemplate> about,
            Optional<UriTemplate> property,
            Optional<UriTemplate> value) {}

    public Column {
        named = List.copyOf(named);
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    /// What the header may call it, in any language.
    public List<String> titles() {
        return named.stream().map(Title::text).toList();
    }

    /// The same column at another place.
    public Column at(int other) {
        return new Column(
                name, other, hasOwnName, named, cell, urls, virtual, suppressOutput, properties);
    }

    public Datatype datatype() {
        return cell.datatype();
    }

    public Optional<String> separator() {
        return cell.separator();
    }

    public boolean ordered() {
        return cell.ordered();
    }

    public boolean required() {
        return cell.required();
    }

    public String defaultText() {
        return cell.defaultText();
    }

    public List<String> nulls() {
        return cell.nulls();
    }

    public String lang() {
        return cell.lang();
    }

    public Optional<UriTemplate> aboutUrl() {
        return urls.about();
    }

    public Optional<UriTemplate> propertyUrl() {
        return urls.property();
    }

    public Optional<UriTemplate> valueUrl() {
        return urls.value();
    }

    /// What the column is for: its `dc:description`; `""` if it has none.
    public String description() {
        return properties.get(Properties.DESCRIPTION) instanceof Json.Str text ? text.text() : "";
    }

    /// Whether each value of a cell is one claim.
    public boolean makesClaims() {
        return flag(Directive.MAKES_CLAIMS);
    }

    /// Whether its values rest on the passages of the row without being claims.
    public boolean isEvidenced() {
        return flag(Directive.IS_EVIDENCED);
    }

    /// Whether a directive is there and true.
    ///
    /// @param url absolute, such as [Directive#MAKES_CLAIMS]
    public boolean flag(String url) {
        return properties.get(url) instanceof Json.Bool flag && flag.truth();
    }

    /// Template of one IRI per item; the variable `item` is the item.
    public Optional<UriTemplate> itemUrl() {
        return properties.get(Directive.ITEM_URL) instanceof Json.Str text
                ? Optional.of(UriTemplate.of(text.text()))
                : Optional.empty();
    }

    /// How its cells come from others of their row; empty if they do not.
    ///
    /// @throws BadDescription if its directives are not what they may be
    public Optional<Derivation> derivation() throws BadDescription {
        return Derivation.of(properties);
    }

    /// Whether its cells come from others of their row.
    public boolean isDerived() {
        return Derivation.isIn(properties);
    }

    public Optional<ValueForm> valueForm() {
        if (properties.get(Directive.VALUE_FORM) instanceof Json.Str text) {
            for (ValueForm form : ValueForm.values()) {
                if (form.word().equals(text.text())) {
                    return Optional.of(form);
                }
            }
        }
        return Optional.empty();
    }
}
