package dev.perigee.examples.sale;

/** No sale of the item is open. */
final class NoSaleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSaleException(String sku) {
        super("No sale of '" + sku + "' is open.");
    }
}
