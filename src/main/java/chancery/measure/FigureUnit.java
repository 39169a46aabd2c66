package chancery.measure;

import chancery.measure.FigureWords.Figure;
import java.util.Optional;

/// The unit of a figure in English: in its own words, behind it or, of money, before it.
final class FigureUnit {
    private FigureUnit() {}

    /// @return [Unit#NUMBER] if there is no unit, or none of ours
    static Unit of(FigureWords text, Figure figure) {
        Unit own = figure.unit();
        return own != null
                ? own
                : money(text.at(figure.start() - 1)).orElseGet(() -> behind(text, figure.end()));
    }

    private static Optional<Unit> money(String word) {
        return switch (word) {
            case "$", "us$", "usd", "dollar", "dollars" -> Optional.of(Unit.USD);
            case "€", "eur", "euro", "euros" -> Optional.of(Unit.EUR);
            case "₼", "azn", "manat", "manats" -> Optional.of(Unit.AZN);
            case "₽", "rub", "rouble", "roubles", "ruble", "rubles" -> Optional.of(Unit.RUB);
            default -> Optional.empty();
        };
    }

    private static Unit behind(FigureWords text, int at) {
        String next = text.at(at + 1);
        return switch (text.at(at)) {
            case "us", "american", "azerbaijani", "russian" -> money(next).orElse(Unit.NUMBER);
            case "%", "percent" -> Unit.PERCENT;
            case "per" -> next.equals("cent") ? Unit.PERCENT : Unit.NUMBER;
            case "m", "metre", "metres", "meter", "meters" -> Unit.METRE;
            case "km", "kilometre", "kilometres", "kilometer", "kilometers" -> Unit.KILOMETRE;
            case "mi", "mile", "miles" -> Unit.MILE;
            case "ha", "hectare", "hectares" -> Unit.HECTARE;
            case "km²" -> Unit.SQUARE_KILOMETRE;
            case "mi²" -> Unit.SQUARE_MILE;
            case "square", "sq" -> squared(next);
            case "t", "tonne", "tonnes" -> Unit.TONNE;
            case "month", "months" -> Unit.MONTH;
            case "year", "years" -> Unit.YEAR;
            default -> money(text.at(at)).orElse(Unit.NUMBER);
        };
    }

    private static Unit squared(String side) {
        return switch (side) {
            case "km", "kilometre", "kilometres", "kilometer", "kilometers" ->
                    Unit.SQUARE_KILOMETRE;
            case "mi", "mile", "miles" -> Unit.SQUARE_MILE;
            default -> Unit.NUMBER;
        };
    }
}
