package chancery.link;

import chancery.describe.json.Json;
import chancery.describe.json.JsonWriter;
import chancery.describe.json.Place;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The two forms of the Entity Reconciliation API that are spoken: how questions are written,
/// where they go, and where the answers stand.
public enum Protocol {
    /// Version 0.2 (and 0.1, of which it is a superset): a form with the field `queries`.
    V0_2("0.2"),
    /// The draft of 1.0: a JSON document to `/match`.
    V1_0("1.0-draft");

    private static final Place NOWHERE = new Place("", "", 0);

    private final String version;

    Protocol(String version) {
        this.version = version;
    }

    public String version() {
        return version;
    }

    /// What follows the address of the service.
    String path() {
        return this == V0_2 ? "" : "/match";
    }

    String contentType() {
        return this == V0_2 ? "application/x-www-form-urlencoded" : "application/json";
    }

    /// The body of a request.
    String body(List<Question> questions) {
        String json = json(questions);
        return this == V0_2 ? "queries=" + URLEncoder.encode(json, StandardCharsets.UTF_8) : json;
    }

    /// The questions as JSON, as a person can read them.
    public String json(List<Question> questions) {
        Map<String, Json> members = new LinkedHashMap<>();
        List<Json> items = new ArrayList<>();
        for (Question question : questions) {
            Json one = this == V0_2 ? query(question) : conditions(question);
            members.put("q" + members.size(), one);
            items.add(one);
        }
        return JsonWriter.write(
                this == V0_2 ? object(members) : object(Map.of("queries", array(items))));
    }

    private static Json query(Question question) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("query", text(question.label().text()));
        putCommon(question, members);
        List<Json> properties = new ArrayList<>();
        for (Property property : question.thing().properties()) {
            Map<String, Json> one = new LinkedHashMap<>();
            one.put("pid", text(property.pid()));
            one.put("v", value(property));
            properties.add(object(one));
        }
        if (!properties.isEmpty()) {
            members.put("properties", array(properties));
        }
        return object(members);
    }

    private static Json conditions(Question question) {
        Map<String, Json> members = new LinkedHashMap<>();
        putCommon(question, members);
        if (!question.label().lang().isEmpty()) {
            members.put("lang", text(question.label().lang()));
        }
        List<Json> conditions = new ArrayList<>();
        Map<String, Json> name = new LinkedHashMap<>();
        name.put("matchType", text("name"));
        name.put("propertyValue", text(question.label().text()));
        conditions.add(object(name));
        for (Property property : question.thing().properties()) {
            Map<String, Json> one = new LinkedHashMap<>();
            one.put("matchType", text("property"));
            one.put("propertyId", text(property.pid()));
            one.put("propertyValue", value(property));
            one.put("required", new Json.Bool(false, NOWHERE));
            conditions.add(object(one));
        }
        members.put("conditions", array(conditions));
        return object(members);
    }

    private static void putCommon(Question question, Map<String, Json> members) {
        if (!question.thing().type().isEmpty()) {
            members.put("type", text(question.thing().type()));
        }
        members.put("limit", new Json.Num(BigDecimal.valueOf(question.limit()), NOWHERE));
    }

    private static Json value(Property property) {
        if (property.item().isEmpty()) {
            return text(property.text());
        }
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("id", text(property.item()));
        members.put("name", text(property.text()));
        return object(members);
    }

    /// @return for each question its candidates, in the order of the questions
    List<List<Candidate>> answers(Json json, int questions, String where) throws ServiceFailure {
        List<List<Candidate>> all = new ArrayList<>();
        for (int i = 0; i < questions; i++) {
            all.add(AnswerReader.candidates(answer(json, i, where), where));
        }
        return all;
    }

    private Json answer(Json json, int number, String where) throws ServiceFailure {
        String member = this == V0_2 ? "result" : "candidates";
        Json one = null;
        if (json instanceof Json.Obj object) {
            if (this == V0_2) {
                one = object.members().get("q" + number);
            } else if (object.members().get("results") instanceof Json.Arr results
                    && number < results.items().size()) {
                one = results.items().get(number);
            }
        }
        if (one instanceof Json.Obj result
                && result.members().get(member) instanceof Json.Arr list) {
            return list;
        }
        throw new ServiceFailure(
                where,
                "no " + member + " for question " + (number + 1),
                "a list of candidates for each question");
    }

    private static Json text(String text) {
        return new Json.Str(text, NOWHERE);
    }

    private static Json object(Map<String, Json> members) {
        return new Json.Obj(members, NOWHERE);
    }

    private static Json array(List<Json> items) {
        return new Json.Arr(items, NOWHERE);
    }
}
