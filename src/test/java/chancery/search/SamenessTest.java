package chancery.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamenessTest {
    @ParameterizedTest
    @CsvSource({
        "Heydar Aliyev, HEYDƏR ALİYEV, SAME",
        "Heydar Aliyev, Гейдар Алиев, SAME",
        "Khojaly, Xocalı, SAME",
        "Khojaly, Ходжалы, SAME",
        "Dmitry Medvedev, Дмитрий Медведев, SAME",
        "Turkay, Turkey, OTHER",
        "Eres, Aras, OTHER",
        "Republic of Turkay, Republic of Turkey, OTHER",
        "Republic of Eres, Republic of Aras, OTHER",
        "Vladimir Putin, Vladmir Putin, NEARLY",
        "Heydar Aliyev, Aliyev Heydar, NEARLY",
        "Nagorno Karabakh, NagornoKarabakh, NEARLY",
        "Putin, Putn, OTHER",
        "Heydar Aliyev, Ilham Aliyev, OTHER",
        "Agreement on the lease of Gabala, Agreement on the lease of Gabala 2012, OTHER",
        "Agreement on the lease of Gabala II, Agreement on the lease of Gabala I, OTHER",
        "Agreement on the lease of Gabala II, Agreement on the lease of Gabala, OTHER",
        "It is not recognised by the United Nations, It is recognised by the United Nations, OTHER",
        "It is not recognised by the United Nations, It is now recognised by the United Nations,"
                + " OTHER"
    })
    void soundAloneIsNeverEnough(String one, String other, Sameness expected) {
        assertEquals(expected, Sameness.of(one, other));
        assertEquals(expected, Sameness.of(other, one), "the same both ways");
    }
}
