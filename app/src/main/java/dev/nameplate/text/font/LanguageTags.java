package dev.nameplate.text.font;

import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * OpenType language system tags. A language without an entry has its ISO 639-3 code as tag, as most
 * have.
 */
final class LanguageTags {
  private static final Map<String, String> BY_LANGUAGE =
      byLanguage(
          """
          ar=ARA as=ASM az=AZE ba=BSH be=BEL bg=BGR bn=BEN bo=TIB bs=BOS ca=CAT crh=CRT cs=CSY cv=CHU
          cy=WEL da=DAN de=DEU dz=DZN el=ELL es=ESP et=ETI eu=EUQ fa=FAR fi=FIN fo=FOS fr=FRA ga=IRI
          gl=GAL gn=GUA he=IWR hi=HIN hr=HRV hu=HUN hy=HYE0 is=ISL it=ITA ja=JAN ka=KAT kk=KAZ
          km=KHM ko=KOR kok=KOK ks=KSH ksw=KSW ku=KUR lo=LAO lt=LTH lv=LVI mh=MAH mk=MKD mn=MNG
          mnw=MON mo=MOL mr=MAR mt=MTS my=BRM nb=NOR ne=NEP nl=NLD nn=NYN no=NOR nv=NAV pl=PLK ps=PAS
          pt=PTG ro=ROM ru=RUS sa=SAN sd=SND se=NSM sk=SKY sl=SLV sr=SRB sv=SVE th=THA tr=TRK tt=TAT
          ug=UYG uk=UKR ur=URD vi=VIT yi=JII
          """);

  private LanguageTags() {}

  /** The tags of a locale, the closest first; empty for the root locale. */
  static List<String> of(ULocale locale) {
    String language = locale.getLanguage();
    return switch (language) {
      case "", "und" -> List.of();
      case "ro" -> locale.getCountry().equals("MD") ? List.of("MOL", "ROM") : List.of("ROM");
      case "mo" -> List.of("MOL", "ROM");
      case "zh" -> List.of(chinese(ULocale.addLikelySubtags(locale)));
      case "yue" -> List.of(cantonese(ULocale.addLikelySubtags(locale)));
      default ->
          List.of(
              BY_LANGUAGE.getOrDefault(
                  language, locale.getISO3Language().toUpperCase(Locale.ROOT)));
    };
  }

  private static String chinese(ULocale full) {
    if (!full.getScript().equals("Hant")) {
      return "ZHS";
    }
    return full.getCountry().equals("HK") || full.getCountry().equals("MO") ? "ZHH" : "ZHT";
  }

  /** Cantonese in traditional letters has the forms of Hong Kong, wherever it is read. */
  private static String cantonese(ULocale full) {
    return full.getScript().equals("Hant") ? "ZHH" : "ZHS";
  }

  private static Map<String, String> byLanguage(String pairs) {
    return Arrays.stream(pairs.strip().split("\\s+"))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
  }
}
