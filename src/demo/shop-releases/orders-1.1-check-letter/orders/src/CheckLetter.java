/** A letter behind an order number: it tells a mistyped number from a right one. */
final class CheckLetter {
    private static final String LETTERS = "ABCDEFGHIJKLMNPQRSTUVWXYZ";

    private CheckLetter() {}

    /** The letter of this number. */
    static char of(int number) {
        return LETTERS.charAt(number % 25);
    }
}
