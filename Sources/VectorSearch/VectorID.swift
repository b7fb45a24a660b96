/// The caller's name for a vector: any 64-bit number.
public typealias VectorID = UInt64
