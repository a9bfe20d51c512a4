package dev.nameplate.merge;

import dev.nameplate.fuzz.FuzzedText;
import java.util.List;
import java.util.Random;

/** Queries at random, made of the pieces that break decoders and tag grammars. */
public final class FuzzedQueries {
  private static final int MOST_PIECES = 12;

  private FuzzedQueries() {}

  public static String query(Random random, List<String> fields) {
    StringBuilder query = new StringBuilder();
    for (int parameters = random.nextInt(4); parameters >= 0; parameters--) {
      query.append(fields.get(random.nextInt(fields.size()))).append('=');
      query.append(FuzzedText.text(random, MOST_PIECES)).append('&');
    }
    return query.toString();
  }
}
