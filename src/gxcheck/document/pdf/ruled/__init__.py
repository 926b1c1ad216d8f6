"""Tables whose cells are drawn, by ruling lines or filled rectangles."""
