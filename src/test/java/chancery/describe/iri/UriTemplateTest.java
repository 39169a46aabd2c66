package chancery.describe.iri;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The examples are those of RFC 6570, sections 1.2 and 3.2.
class UriTemplateTest {
    private static final Map<String, List<String>> VALUES =
            Map.of(
                    "var", List.of("value"),
                    "hello", List.of("Hello World!"),
                    "half", List.of("50%"),
                    "path", List.of("/foo/bar"),
                    "base", List.of("http://example.com/home/"),
                    "empty", List.of(""),
                    "x", List.of("1024"),
                    "y", List.of("768"),
                    "list", List.of("red", "green", "blue"),
                    "name", List.of("Bakı"));

    private static List<String> value(String name) {
        return VALUES.getOrDefault(name, List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{var} | value",
                "{hello} | Hello%20World%21",
                "{half} | 50%25",
                "O{empty}X | OX",
                "O{undef}X | OX",
                "{x,y} | 1024,768",
                "?{x,empty} | ?1024,",
                "{var:3} | val",
                "{list} | red,green,blue",
                "{list*} | red,green,blue",
                "{name} | Bak%C4%B1",
                "{+hello} | Hello%20World!",
                "{+half} | 50%25",
                "{base}index | http%3A%2F%2Fexample.com%2Fhome%2Findex",
                "{+base}index | http://example.com/home/index",
                "{+path,x}/here | /foo/bar,1024/here",
                "{+list} | red,green,blue",
                "{#var} | #value",
                "{#path,x}here | #/foo/bar,1024here",
                "foo{#empty} | foo#",
                "foo{#undef} | foo",
                "X{.x,y} | X.1024.768",
                "X{.list*} | X.red.green.blue",
                "{/var,x}/here | /value/1024/here",
                "{/list*} | /red/green/blue",
                "{;x,y,empty} | ;x=1024;y=768;empty",
                "{;list*} | ;list=red;list=green;list=blue",
                "{?x,y} | ?x=1024&y=768",
                "{?x,undef,empty} | ?x=1024&empty=",
                "{?list} | ?list=red,green,blue",
                "?fixed=yes{&x} | ?fixed=yes&x=1024",
                "id/{var}#a%20b | id/value#a%20b",
            })
    void templatesExpandAsTheStandardSays(String template, String expected) {
        assertEquals(expected, UriTemplate.of(template).expand(UriTemplateTest::value));
    }

    @Test
    void variablesAreListedInTheirOrder() {
        assertEquals(List.of("a", "b", "_row"), UriTemplate.of("{a}/{+b,_row}").variables());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "id/{x;found \"id/{x\", expected a template without \"{\" outside {…}",
                "id/{};found \"id/{}\", expected names of columns between { and }",
                "id/{a b};found \"id/{a b}\", expected names of columns between { and }",
                "i d/{x};found \"i d/{x}\", expected a template without \" \" outside {…}",
            })
    void whatIsNoTemplateIsRefused(String text, String message) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> UriTemplate.of(text))
                        .getMessage());
    }
}
