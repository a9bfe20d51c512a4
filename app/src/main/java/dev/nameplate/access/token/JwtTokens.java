package dev.nameplate.access.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.nameplate.access.ratelimit.Rate;
import dev.nameplate.access.sign.Key;
import dev.nameplate.access.sign.KeyRing;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Tokens as JSON Web Tokens (RFC 7519) behind the prefix {@code np_}: HS256 with a key derived from
 * the server's by HKDF, whose id is the header's {@code kid}. The first key signs, all verify.
 *
 * <p>Claims: {@code sub}, {@code scope} (RFC 9068, separated by spaces), {@code tpl} (ids, left out
 * for all), {@code exp}, {@code jti}, {@code nbf}, {@code rate} (calls a second), {@code quota}
 * (URLs a month), {@code test}.
 */
public final class JwtTokens implements TokenVerifier {
  /** What every token begins with, so that scanners for leaked secrets know it. */
  public static final String PREFIX = "np_";

  /** The longest token that is looked at, in characters. */
  private static final int LONGEST = 4096;

  /** How far the clocks of two nodes may differ for {@code nbf}; {@code exp} has no leeway. */
  private static final Duration SKEW = Duration.ofSeconds(60);

  /** How many tokens are remembered; only those of one of our keys are. */
  private static final int REMEMBERED = 1_000;

  private static final String SCOPE = "scope";
  private static final String TEMPLATES = "tpl";
  private static final String RATE = "rate";
  private static final String QUOTA = "quota";
  private static final String TEST = "test";
  private static final Set<String> HEADERS = Set.of("alg", "kid", "typ");

  private final KeyRing keys;
  private final RevokedTokens revoked;

  /** The claims of tokens whose signature was found good, so that it is computed once. */
  private final Map<String, JWTClaimsSet> signed = new ConcurrentHashMap<>();

  /**
   * @param keys those that verify tokens
   * @param revoked the tokens that are refused before they expire
   */
  public JwtTokens(KeyRing keys, RevokedTokens revoked) {
    this.keys = keys;
    this.revoked = revoked;
  }

  /**
   * Makes a signed token.
   *
   * @param keys the first of them signs
   * @param grant what the token allows; its expiry is written in whole seconds, and of its rate
   *     only the calls a second, not the burst
   * @return {@value #PREFIX} and a JWT in the compact form of a JWS (RFC 7515, section 7.1)
   * @throws IllegalArgumentException where there is no key
   */
  public static String issue(KeyRing keys, Grant grant) {
    Key key =
        keys.first()
            .orElseThrow(() -> new IllegalArgumentException("without a key there is no token"));
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .subject(grant.subject())
            .claim(SCOPE, labels(grant.scopes()))
            .expirationTime(Date.from(grant.expires()))
            .jwtID(grant.id());
    if (!grant.templates().isEmpty()) {
      claims.claim(TEMPLATES, grant.templates());
    }
    grant.rate().ifPresent(rate -> claims.claim(RATE, rate.perSecond()));
    grant.quota().ifPresent(quota -> claims.claim(QUOTA, quota));
    if (grant.test()) {
      claims.claim(TEST, true);
    }
    try {
      JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.id()).build();
      SignedJWT jwt = new SignedJWT(header, claims.build());
      jwt.sign(new MACSigner(key.token()));
      return PREFIX + jwt.serialize();
    } catch (JOSEException absent) {
      throw new IllegalStateException("every Java runtime has HMAC-SHA-256", absent);
    }
  }

  private static String labels(Set<Scope> scopes) {
    return scopes.stream().sorted().map(Scope::label).collect(Collectors.joining(" "));
  }

  @Override
  public TokenResult verify(String token, Instant now) {
    if (!token.startsWith(PREFIX) || token.length() > LONGEST) {
      return refused(TokenResult.Reason.BAD, Optional.empty());
    }
    JWTClaimsSet known = signed.get(token);
    try {
      if (known == null) {
        SignedJWT jwt = SignedJWT.parse(token.substring(PREFIX.length()));
        if (!isOurs(jwt)) {
          return refused(TokenResult.Reason.BAD, Optional.empty());
        }
        known = jwt.getJWTClaimsSet();
        remember(token, known);
      }
      return judged(known, now);
    } catch (ParseException | JOSEException | RuntimeException broken) {
      return refused(TokenResult.Reason.BAD, Optional.empty());
    }
  }

  private void remember(String token, JWTClaimsSet claims) {
    if (signed.size() >= REMEMBERED) {
      signed.clear();
    }
    signed.put(token, claims);
  }

  /** Whether one of the keys signed it, with the algorithm and the header that we write. */
  private boolean isOurs(SignedJWT jwt) throws JOSEException {
    JWSHeader header = jwt.getHeader();
    boolean plain =
        JWSAlgorithm.HS256.equals(header.getAlgorithm())
            && HEADERS.containsAll(header.getIncludedParams())
            && (header.getType() == null || JOSEObjectType.JWT.equals(header.getType()));
    Optional<Key> key = Optional.ofNullable(header.getKeyID()).flatMap(keys::find);
    return plain && key.isPresent() && jwt.verify(new MACVerifier(key.get().token()));
  }

  private TokenResult judged(JWTClaimsSet claims, Instant now) throws ParseException {
    Optional<String> id = Optional.ofNullable(claims.getJWTID());
    Optional<Instant> expires =
        Optional.ofNullable(claims.getExpirationTime()).map(Date::toInstant);
    Optional<String> subject = Optional.ofNullable(claims.getSubject());
    Optional<Instant> from = Optional.ofNullable(claims.getNotBeforeTime()).map(Date::toInstant);
    if (id.isEmpty()
        || expires.isEmpty()
        || subject.isEmpty()
        || from.filter(start -> now.plus(SKEW).isBefore(start)).isPresent()) {
      return refused(TokenResult.Reason.BAD, id);
    }
    if (!now.isBefore(expires.get())) {
      return refused(TokenResult.Reason.EXPIRED, id);
    }
    return revoked.isRevoked(id.get())
        ? refused(TokenResult.Reason.REVOKED, id)
        : new TokenResult.Granted(
            new Grant(
                id.get(),
                subject.get(),
                scopes(claims),
                templates(claims),
                expires.get(),
                rate(claims),
                quota(claims),
                Boolean.TRUE.equals(claims.getBooleanClaim(TEST))));
  }

  private static Set<Scope> scopes(JWTClaimsSet claims) throws ParseException {
    String text = Optional.ofNullable(claims.getStringClaim(SCOPE)).orElse("");
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (String label : text.split(" ", -1)) {
      Scope.ofLabel(label).ifPresent(scopes::add);
    }
    return scopes;
  }

  private static List<String> templates(JWTClaimsSet claims) throws ParseException {
    return Optional.ofNullable(claims.getStringListClaim(TEMPLATES)).orElse(List.of());
  }

  /** The claim as a limit whose burst is two seconds' worth. */
  private static Optional<Rate> rate(JWTClaimsSet claims) throws ParseException {
    return Optional.ofNullable(claims.getLongClaim(RATE))
        .filter(perSecond -> perSecond > 0)
        .map(perSecond -> new Rate(perSecond, perSecond * 2));
  }

  private static OptionalLong quota(JWTClaimsSet claims) throws ParseException {
    Optional<Long> quota = Optional.ofNullable(claims.getLongClaim(QUOTA));
    return quota.isPresent() ? OptionalLong.of(Math.max(0, quota.get())) : OptionalLong.empty();
  }

  private static TokenResult refused(TokenResult.Reason reason, Optional<String> id) {
    return new TokenResult.Refused(reason, id);
  }
}
