package dev.nameplate.scene;

/**
 * What decides a picture's pixels besides the template and its values.
 *
 * @param version a digest over the classes that decide pixels or bytes, and the versions of the
 *     libraries that do
 * @param runtime vendor and version of Java, whose builds differ in rasterization
 * @param fontsDigest SHA-256, in hex, over every font file and their order
 */
public record EngineIdentity(String version, String runtime, String fontsDigest) {}
