package dev.nameplate.batch.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nameplate.batch.ListFixture;
import dev.nameplate.batch.csv.ListException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns find their fields by the likeness of headings. */
final class ColumnMatcherTest {
  private static ColumnMap match(String template, Map<String, String> chosen, String... headings) {
    return ColumnMatcher.match(
        ListFixture.template(template), List.of(headings), chosen, List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FNAME",
        "First Name",
        "first_name",
        "FIRSTNAME",
        "Name",
        "name ",
        "Contact First Name",
        "properties.first_name",
        "first-name",
        "Frst Name",
        "Given Name"
      })
  void headings_asSendingToolsWriteThem_areTheName(String heading) {
    assertThat(match("welcome", Map.of(), "Email", heading, "City").columns())
        .containsExactly(Map.entry("name", 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Email", "City", "Last Name", "Vorname", "Company", "Nam"})
  void headings_ofOtherThings_areNot(String heading) {
    assertThatThrownBy(() -> match("welcome", Map.of(), "Id", heading))
        .isInstanceOf(ListException.class)
        .hasMessageContaining("no column was recognised")
        .hasMessageContaining("\"" + heading + "\"")
        .hasMessageContaining("--map name=");
  }

  @ParameterizedTest
  @CsvSource({"Vorname", "' vorname'", "VORNAME"})
  void chosenHeading_goesBeforeAnyLikeness(String heading) {
    assertThat(match("welcome", Map.of("Name", heading), "Name", "Vorname").columns())
        .containsExactly(Map.entry("name", 1));
  }

  @Test
  void chosenFieldOrHeading_thatIsNotThere_isRefused_withThoseThereAre() {
    assertThatThrownBy(() -> match("welcome", Map.of("nam", "Name"), "Name"))
        .hasMessageContaining("\"nam\"; the template has name");
    assertThatThrownBy(() -> match("welcome", Map.of("name", "Nom"), "Name", "City"))
        .hasMessageContaining("\"Nom\"; the list has \"Name\", \"City\"");
  }

  @Test
  void theMostAlikeColumn_isTaken_andADoubtfulOneSaidToBe() {
    ColumnMap map =
        match("rewards", Map.of(), "Points", "First Name", "Name", "Balance", "Team", "Photo URL");
    assertThat(map.columns())
        .containsEntry("name", 2)
        .containsEntry("points", 0)
        .containsEntry("company", 4)
        .containsEntry("photo", 5)
        .doesNotContainKey("goal");
    assertThat(map.lines())
        .contains("name <- \"Name\" (column 3)", "goal <- no column, \"500\" is drawn");
    assertThat(match("welcome", Map.of(), "First_Name", "first name").warnings())
        .singleElement()
        .asString()
        .contains("column 1 or 2", "--map name=");
  }

  @Test
  void openFields_takeNoColumn() {
    ColumnMap map =
        ColumnMatcher.match(
            ListFixture.template("welcome"), List.of("Name"), Map.of(), List.of("name"));
    assertThat(map.columns()).isEmpty();
    assertThat(map.lines()).containsExactly("name <- open, the sending tool fills it in");
  }

  @Test
  void columnsThatNoPictureNeeds_areWarnedOf() {
    List<List<String>> rows =
        List.of(
            List.of("Ann", "x", "4111 1111 1111 1111", "4912345678901"),
            List.of("Bob", "y", "5500-0000-0000-0004", "4912345678902"));
    assertThat(Sensitive.warnings(List.of("Name", "Password", "Number", "Phone"), rows))
        .hasSize(2)
        .anyMatch(words -> words.startsWith("column 2 looks like a secret"))
        .anyMatch(words -> words.startsWith("column 3 looks like card numbers"))
        .noneMatch(words -> words.contains("4111"));
  }
}
