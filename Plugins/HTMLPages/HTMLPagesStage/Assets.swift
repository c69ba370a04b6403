/// The files that all pages share.
enum Assets {}
