/** A letter behind an order number: it tells a mistyped number from a right one. No letter looks like a digit. */
final class CheckLetter {
    private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";

    private CheckLetter() {}

    /** The letter of this number. */
    static char of(int number) {
        return LETTERS.charAt(number % 25);
    }
}
