package chancery.time;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

public record Edtf(String text) {
    public static Edtf parse(String text) throws BadTime {
        try {
            if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
                LocalDate.parse(text);
            }
        } catch (DateTimeParseException e) {
            throw new BadTime("found \"" + text + "\", expected a day that exists");
        }
        return new Edtf(text);
    }

    public String pathSafe() {
        return text.replace('/', '_');
    }

    @Override
    public String toString() {
        return text;
    }
}
