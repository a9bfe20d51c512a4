package dev.nameplate.merge.policy;

import com.ibm.icu.util.ULocale;
import dev.nameplate.merge.decode.Ascii;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The last labels of host names, as far as strangers would write them: the well-known ones, those
 * of countries (ISO 3166), and the common among the many newer ones. All are kept folded, so that
 * what looks like one is one ({@link Confusables}).
 */
final class TopLevelDomains {
  /** How much a label after a dot says. */
  enum Kind {
    /** Hardly anything but an address ends so. */
    KNOWN,
    /** A word that also ends addresses. */
    GENERIC,
    /** A country's two letters. */
    COUNTRY,
    NONE
  }

  private static final Set<String> KNOWN =
      folded(
          split(
              "com net org info biz xyz edu gov mil int arpa onion co io ru tv cc us uk eu su рф"
                  + " рус бел укр срб қаз мкд онлайн сайт ком орг нет 中国 中國 香港 台湾 台灣 公司 网络 網絡 网址 网站"
                  + " 在线 中文网 商城 集团 コム みんな 한국 닷컴 닷넷 ไทย คอม भारत नेट कॉम संगठन مصر السعودية امارات"
                  + " شبكة موقع كوم ایران קום ישראל ελ ευ"));

  private static final Set<String> GENERIC =
      folded(
          split(
              "academy accountant accountants actor adult ads agency ai airforce apartments app"
                  + " associates attorney auction audio auto autos baby band bar bargains beauty"
                  + " beer best bet bid bike bingo bio black blackfriday blog blue boats bond boo"
                  + " book boutique box build builders business buy buzz cab cafe cam camera camp"
                  + " capital car cards care career careers cars casa cash casino catering center"
                  + " ceo chat cheap christmas church city claims cleaning click clinic clothing"
                  + " cloud club coach codes coffee college community company computer condos"
                  + " construction consulting contact contractors cooking cool coop country coupon"
                  + " coupons courses cpa credit creditcard cricket cruises crypto cyou dance date"
                  + " dating day deal deals degree delivery democrat dental dentist design dev"
                  + " diamonds diet digital direct directory discount doctor dog domains download"
                  + " earth eat education email energy engineer engineering enterprises equipment"
                  + " esq estate events exchange expert exposed express fail faith family fan fans"
                  + " farm fashion feedback film finance financial fish fishing fit fitness flights"
                  + " florist flowers foo football forex forsale forum foundation free fun fund"
                  + " furniture futbol fyi gallery game games garden gay gift gifts gives giving"
                  + " glass global gold golf graphics gratis green gripe group guide guitars guru"
                  + " hair haus health healthcare help hiphop hockey holdings holiday homes horse"
                  + " hospital host hosting hot house how icu immo immobilien inc industries ing"
                  + " ink institute insurance insure international investments irish jetzt jewelry"
                  + " jobs juegos kaufen kim kitchen kiwi land lat law lawyer lease legal lgbt life"
                  + " lifestyle lighting limited limo link live llc loan loans lol lotto love ltd"
                  + " luxe luxury maison makeup management market marketing markets mba media"
                  + " memorial men menu miami mobi moda moe mom money monster mortgage motorcycles"
                  + " mov movie museum name network new news ngo ninja now observer one ong onl"
                  + " online ooo organic page partners parts party pet pharmacy phd photo"
                  + " photography photos pics pictures pink pizza plumbing plus poker porn press"
                  + " pro productions prof promo properties property protection pub qpon quest"
                  + " racing radio realty recipes red rehab reise reisen rent rentals repair report"
                  + " republican rest restaurant review reviews rich rip rocks rodeo rsvp run sale"
                  + " salon sarl save school science security select services sex sexy shoes shop"
                  + " shopping show singles site ski skin soccer social software solar solutions"
                  + " soy space sport spot store stream studio study style sucks supplies supply"
                  + " support surf surgery systems tattoo tax taxi team tech technology tel tennis"
                  + " theater theatre tickets tips tires today tools top tours town toys trade"
                  + " trading training travel tube university uno vacations vegas ventures vet"
                  + " viajes video villas vin vip vision vodka vote voting voyage wang watch webcam"
                  + " website wedding wiki win wine work works world wtf xin xxx yachts yoga zip"
                  + " zone sbs cfd ren dad"));

  private static final Set<String> COUNTRIES = folded(List.of(ULocale.getISOCountries()));

  private TopLevelDomains() {}

  /** What a label says, given as it came. */
  static Kind kind(String label) {
    if (label.chars().allMatch(Ascii::isDigit)) {
      return Kind.NONE;
    }
    String folded = Confusables.fold(label);
    if (KNOWN.contains(folded)) {
      return Kind.KNOWN;
    }
    if (GENERIC.contains(folded)) {
      return Kind.GENERIC;
    }
    return COUNTRIES.contains(folded) ? Kind.COUNTRY : Kind.NONE;
  }

  /** What words may look like, in small letters, capitals and with a capital first. */
  static Set<String> folded(Collection<String> words) {
    return words.stream()
        .flatMap(TopLevelDomains::cases)
        .map(Confusables::fold)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Stream<String> cases(String word) {
    String small = word.toLowerCase(Locale.ROOT);
    String large = word.toUpperCase(Locale.ROOT);
    return Stream.of(small, large, large.charAt(0) + small.substring(1));
  }

  private static List<String> split(String words) {
    return new ArrayList<>(List.of(words.split(" ")));
  }
}
