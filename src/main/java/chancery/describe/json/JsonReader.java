package chancery.describe.json;

import chancery.describe.BadDescription;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads a JSON file into a tree whose values know their places.
public final class JsonReader {
    private static final int DEEPEST = 64;
    private static final int DEEPEST_TEXT = 1000;
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEEPEST)
                                    .maxDocumentLength(64L << 20)
                                    .build())
                    .build();

    /// For texts that nothing is made of: any length, and as deep as nobody nests on purpose.
    private static final JsonFactory UNLIMITED =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEEPEST_TEXT)
                                    .maxStringLength(Integer.MAX_VALUE)
                                    .maxNumberLength(Integer.MAX_VALUE)
                                    .maxNameLength(Integer.MAX_VALUE)
                                    .build())
                    .build();

    private final JsonParser parser;

    private JsonReader(JsonParser parser) {
        this.parser = parser;
    }

    /// Whether a text is one JSON value (RFC 8259), nested at most 1000 deep.
    public static boolean isJson(String text) {
        try (JsonParser parser = UNLIMITED.createParser(text)) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (IOException e) {
            return false;
        }
    }

    /// @throws BadDescription if there is no such file, or it is no JSON
    public static Json read(Path path) throws BadDescription {
        String name = path.toString().replace('\\', '/');
        try (InputStream in = Files.newInputStream(path)) {
            return read(name, in);
        } catch (NoSuchFileException e) {
            throw BadDescription.of(name, 0, "no such file", "a description");
        } catch (IOException e) {
            throw BadDescription.of(name, 0, "it not readable (" + e + ")", "a description");
        }
    }

    /// @param name of the document, as messages show it
    public static Json read(String name, InputStream in) throws BadDescription, IOException {
        try (JsonParser parser = FACTORY.createParser(in)) {
            JsonReader reader = new JsonReader(parser);
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw BadDescription.of(name, 0, "an empty file", "a description");
            }
            Json json = reader.value(first, new Place(name, "", 1));
            if (parser.nextToken() != null) {
                throw BadDescription.of(name, reader.line(), "more text", "the end of the file");
            }
            return json;
        } catch (JsonProcessingException e) {
            throw notJson(name, e);
        } catch (CharConversionException e) {
            throw BadDescription.of(name, 0, "text in no encoding that JSON has", "JSON in UTF-8");
        }
    }

    private static BadDescription notJson(String name, JsonProcessingException e) {
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
        if (e instanceof JsonEOFException) {
            return BadDescription.of(name, line, "the end of the file", "more JSON");
        }
        if (e instanceof StreamConstraintsException) {
            return BadDescription.of(
                    name,
                    0,
                    "JSON too long, too deep, or with a number of too many digits",
                    "at most " + DEEPEST + " levels and numbers of at most 1000 digits");
        }
        int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
        return BadDescription.of(
                name, line, "text that is not JSON at character " + column, "JSON");
    }

    private Json value(JsonToken token, Place place) throws BadDescription, IOException {
        return switch (token) {
            case START_OBJECT -> object(place);
            case START_ARRAY -> array(place);
            case VALUE_STRING -> new Json.Str(parser.getText(), place);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(place);
            case VALUE_TRUE -> new Json.Bool(true, place);
            case VALUE_FALSE -> new Json.Bool(false, place);
            case VALUE_NULL -> new Json.Null(place);
            case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                    throw new IllegalStateException("no value starts with " + token);
        };
    }

    private Json number(Place place) throws BadDescription, IOException {
        try {
            return new Json.Num(parser.getDecimalValue(), place);
        } catch (NumberFormatException e) {
            throw new BadDescription(
                    place, parser.getText(), "a number whose exponent has at most 9 digits");
        }
    }

    private Json object(Place place) throws BadDescription, IOException {
        Map<String, Json> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Place at = place.child(name, line());
            Json member = value(parser.nextToken(), at);
            if (members.put(name, member) != null) {
                throw new BadDescription(at, "twice", "once");
            }
        }
        return new Json.Obj(members, place);
    }

    private Json array(Place place) throws BadDescription, IOException {
        List<Json> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            items.add(value(token, place.child(Integer.toString(items.size()), line())));
        }
        return new Json.Arr(items, place);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }
}
