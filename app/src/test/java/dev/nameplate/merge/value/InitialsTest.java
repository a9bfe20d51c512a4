package dev.nameplate.merge.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a name stands on a disc. */
final class InitialsTest {
  @ParameterizedTest
  @CsvSource({
    "Maria, M",
    "maria, M",
    "Maria Lindqvist, ML",
    "Maria del Carmen Lindqvist, ML",
    "Dr. Ada Lovelace, AL",
    "Dr Anna Weiss, AW",
    "DR. ANNA WEISS, AW",
    "'Prof. Dr. med. Anna Weiss', AW",
    "Mrs Smith, S",
    "Dr., D",
    "Frau Dr. Weiss, W",
    "Mme Élodie Blanc, ÉB",
    "Sr. Juan Pérez, JP",
    "Sra. María Pérez, MP",
    "Ing. Jan Novák CSc., JN",
    "'John Smith, Jr.', JS",
    "John Smith Jr., JS",
    "John Smith Sr., JS",
    "John Smith III, JS",
    "JOHN SMITH JR, JS",
    "'John Smith, Ph.D.', JS",
    "'John Smith, M.D.', JS",
    "'Dr. John Q. Smith II, Esq.', JS",
    "Jack Ma, JM",
    "JACK MA, JM",
    "Nguyen Thi Vi, NV",
    "Anna V, AV",
    "M. Night Shyamalan, MS",
    "Ing Chan, IC",
    "St Clair Bayfield, SB",
    "Проф. Дмитрий Соколов, ДС",
    "Δρ. Ελένη Παπαδοπούλου, ΕΠ",
    "د. أحمد علي, أ",
    "Jean-Luc Picard, JP",
    "O'Brien, O",
    "'\"Bob\" Smith', BS",
    "Ångström, Å",
    "Élodie, É",
    "Дмитрий Соколов, ДС",
    "Ελένη Παπαδοπούλου, ΕΠ",
    "渡邉 さくら, 渡",
    "王小明, 王",
    "김민준, 김",
    "שרה לוי, ש",
    "محمد علي, م",
    "नीरज चोपड़ा, नी",
    "กมล, ก",
    "Maria 3, M",
    "3 Maria, M",
    "ǆamija, ǅ",
    "Maria 🌸, M"
  })
  void initials_areTheFirstLetters(String name, String letters) {
    assertThat(Initials.of(name)).contains(letters);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "42", "🌸", "- -", "1st"})
  void nameWithoutWords_hasNone(String name) {
    assertThat(Initials.of(name)).isEmpty();
  }
}
