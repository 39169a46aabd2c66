package chancery.infer.column;

/// Makes the surveys of one table's columns, which share what they know of dates; for one thread.
public final class SurveyedForms {
    private final MomentForm.Forms forms = new MomentForm.Forms();

    public ColumnSurvey column(Fingerprints.Budget budget) {
        return new ColumnSurvey(forms, budget);
    }
}
