package chancery.time;

import java.util.List;
import java.util.stream.Collectors;

/// What an EDTF string can be, as it is written: its `toString` is the string again.
sealed interface Expression
        permits Point, Expression.Moment, Expression.Interval, Expression.Several {

    /// An end of an interval or of a range.
    sealed interface End permits Point, Beyond {}

    /// A member of a set.
    sealed interface Member permits Point, Range {}

    /// An end that is no date. Neither bounds anything.
    enum Beyond implements End {
        /// `..`: there is none, or none yet.
        OPEN(".."),
        /// Nothing is written: nobody says.
        UNKNOWN("");

        private final String written;

        Beyond(String written) {
            this.written = written;
        }

        @Override
        public String toString() {
            return written;
        }
    }

    /// A day and a time of day, as `2002-01-25T10:30:00+04:00`.
    record Moment(Point day, Clock clock) implements Expression {
        @Override
        public String toString() {
            return day + "T" + clock;
        }
    }

    /// `start/end`; never without a date at both ends.
    record Interval(End start, End end) implements Expression {
        @Override
        public String toString() {
            return start + "/" + end;
        }
    }

    /// `from..to` in a set; its ends are dates or open, not both open.
    record Range(End from, End to) implements Member {
        @Override
        public String toString() {
            return written(from) + ".." + written(to);
        }

        private static String written(End end) {
            return end == Beyond.OPEN ? "" : end.toString();
        }
    }

    /// `[…]` is one of its members, `{…}` all of them.
    ///
    /// @param members at least one
    record Several(boolean all, List<Member> members) implements Expression {
        public Several {
            members = List.copyOf(members);
        }

        @Override
        public String toString() {
            return members.stream()
                    .map(Member::toString)
                    .collect(Collectors.joining(",", all ? "{" : "[", all ? "}" : "]"));
        }
    }
}
