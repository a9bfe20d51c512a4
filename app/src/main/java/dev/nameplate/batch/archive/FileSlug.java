package dev.nameplate.batch.archive;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.function.Function;

/**
 * What a file's name says of its row: a text in ASCII letters and digits with dashes between, as
 * every file system takes them. Other scripts are transliterated by ICU's rules, so {@code Ελένη}
 * is {@code elene}. Safe for several threads.
 */
public final class FileSlug {
  private static final int MOST = 48;

  private final Transliterator latin =
      Transliterator.getInstance("Any-Latin; NFD; [:Nonspacing Mark:] Remove; Latin-ASCII");

  /** Returns the slug of a text: at most 48 characters; empty where nothing of it can be said. */
  public synchronized String of(String text) {
    Function<String, String> ascii = latin::transliterate;
    String slug =
        ascii
            .apply(text.length() > 4 * MOST ? text.substring(0, 4 * MOST) : text)
            .toLowerCase(Locale.ROOT)
            .replaceAll("['’]", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    return slug.length() > MOST ? slug.substring(0, MOST).replaceAll("-+$", "") : slug;
  }
}
