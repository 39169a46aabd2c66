package chancery.measure;

public record Quantity(String text) {
    public static Quantity parse(String text) throws BadQuantity {
        if (!text.matches(".*\\d.* \\S+")) {
            throw new BadQuantity("found \"" + text + "\", expected a number and a unit");
        }
        return new Quantity(text);
    }

    public String pathSafe() {
        return text.replace(' ', '_');
    }

    @Override
    public String toString() {
        return text;
    }
}
