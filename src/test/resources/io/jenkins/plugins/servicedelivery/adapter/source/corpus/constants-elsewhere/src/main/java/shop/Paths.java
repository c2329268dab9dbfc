package shop;

interface Paths {
    String PARCELS = "http://shipping/parcels";
}
